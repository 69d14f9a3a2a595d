/**
 * Commits of the text of a live meeting, in the order in which they were made. What the disk does not take waits in memory
 * and is committed later, all of it in one transaction: text and the position of its reader never come apart. What
 * still waits when the program dies is read again from the recording.
 */
import type { DiskTrouble } from './audio/disk-trouble.ts'
import { waitBeforeTry } from './audio/disk-trouble.ts'
import { storeTrouble } from './disk-warnings.ts'
import type { Clock } from './runtime/clock.ts'
import type { Store } from './store/store.ts'

export interface PatientCommits {
  /** Commits now or later; what is about something else than the disk is thrown. `work` may be called again. */
  commit(work: () => void): void
  /** Commits what waits; throws where that is not possible. Nothing is tried again by itself any more. */
  end(): void
  /** Whether the disk is given time; what can be made up for later should not be written now. */
  isResting(): boolean
}

interface Parts {
  readonly store: Pick<Store, 'transaction'>
  readonly clock: Pick<Clock, 'later'>
  readonly troubled: (trouble: DiskTrouble | null) => void
  readonly steadyMs?: () => number
}

/** While a commit lasts the whole engine waits: one that takes longer is followed by a rest. */
const longCommitMs = 500
/** The rest is so many times as long, so most of the time is left for the sound. */
const restTimes = 10

export function patientCommits({
  store,
  clock,
  troubled,
  steadyMs = () => performance.now(),
}: Parts): PatientCommits {
  let waiting: Array<() => void> = []
  let failures = 0
  let lost: { readonly error: unknown } | null = null
  let stopWaiting: (() => void) | null = null

  function commitWaiting(): void {
    const beganMs = steadyMs()
    store.transaction(() => {
      for (const work of waiting) work()
    })
    waiting = []
    failures = 0
    troubled(null)
    const tookMs = steadyMs() - beganMs
    if (tookMs > longCommitMs) later(tookMs * restTimes)
  }

  function later(ms: number): void {
    stopWaiting = clock.later(ms, () => {
      stopWaiting = null
      if (waiting.length > 0) tryNow()
    })
  }

  function tryNow(): void {
    try {
      commitWaiting()
    } catch (error) {
      const trouble = storeTrouble(error)
      if (trouble === null) {
        // Nobody may commit behind what could not be committed.
        lost = { error }
        return
      }
      failures++
      troubled(trouble)
      later(waitBeforeTry(failures))
    }
  }

  function thrown(): void {
    if (lost) throw lost.error
  }

  return {
    commit(work) {
      thrown()
      waiting.push(work)
      if (stopWaiting) {
        if (failures === 0) troubled('slow')
        return
      }
      tryNow()
      thrown()
    },
    end() {
      stopWaiting?.()
      stopWaiting = null
      thrown()
      if (waiting.length > 0) commitWaiting()
    },
    isResting: () => stopWaiting !== null,
  }
}
