/**
 * Commits of the text of a live meeting, in the order in which they were made. What the disk does not take waits in memory
 * and is committed later, all of it in one transaction: text and the position of its reader never come apart. What
 * still waits when the program dies is read again from the recording.
 */
import { AppError } from '#contract/errors.ts'
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
  /** The disk is so slow that sound waits for it. */
  readonly isSlow: () => boolean
  readonly steadyMs?: () => number
}

const unkept =
  'The disk still takes nothing: the last text could not be kept. Free some space, then finish the meeting: it is read again from the recording.'

/** While a commit lasts the whole engine waits: one that takes longer is followed by a rest. */
const longCommitMs = 500
/** The rest is as long as the commit was, and after a second long one so many times: most of the time is left for sound. */
const restTimes = 10
/** On a disk for which sound has to wait text waits as well, and is committed so often. */
const slowDiskRestMs = 60_000
const lookEveryMs = 1_000
/** A shorter rest is not worth a warning. */
const noticeableMs = 3_000

export function patientCommits({
  store,
  clock,
  troubled,
  isSlow,
  steadyMs = () => performance.now(),
}: Parts): PatientCommits {
  let waiting: Array<() => void> = []
  let failures = 0
  let lost: { readonly error: unknown } | null = null
  let stopWaiting: (() => void) | null = null
  let longCommits = 0
  let isLongRest = false

  function commitWaiting(): void {
    const beganMs = steadyMs()
    store.transaction(() => {
      for (const work of waiting) work()
    })
    waiting = []
    failures = 0
    troubled(null)
    const tookMs = steadyMs() - beganMs
    longCommits = tookMs > longCommitMs ? longCommits + 1 : 0
    if (isSlow()) restWhileSlow(steadyMs() + slowDiskRestMs)
    else if (longCommits > 0) later(tookMs * (longCommits > 1 ? restTimes : 1))
  }

  /** As soon as the disk is quick again, nothing is left to wait for. */
  function restWhileSlow(untilMs: number): void {
    isLongRest = true
    stopWaiting = clock.later(lookEveryMs, () => {
      stopWaiting = null
      if (isSlow() && steadyMs() < untilMs) restWhileSlow(untilMs)
      else if (waiting.length > 0) tryNow()
    })
  }

  function later(ms: number): void {
    isLongRest = ms > noticeableMs
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
        if (failures === 0 && isLongRest) troubled('slow')
        return
      }
      tryNow()
      thrown()
    },
    end() {
      stopWaiting?.()
      stopWaiting = null
      thrown()
      try {
        if (waiting.length > 0) commitWaiting()
      } catch (cause) {
        if (!(cause instanceof AppError)) throw cause
        throw new AppError('text_unkept', unkept, { cause })
      }
    },
    isResting: () => stopWaiting !== null,
  }
}
