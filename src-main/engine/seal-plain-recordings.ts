/** Seals what earlier versions recorded plain: one recording after the other, and none is begun while a meeting runs. */
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Keeping, Parts } from './parts.ts'

interface Options {
  readonly parts: Pick<Parts, 'clock' | 'log'> & {
    readonly keeping: Pick<Keeping, 'recordings' | 'claim'>
  }
  /** Whether no meeting runs in this program. */
  readonly isQuiet: () => boolean
}

export interface Sealing extends AsyncDisposable {
  /** Seals all that is still plain, and goes on later where a meeting is in the way. */
  begin(): void
}

/** So long after it was in the way of a meeting it looks again, in milliseconds. */
const againMs = 60_000

export function plainSealing({ parts, isQuiet }: Options): Sealing {
  const { clock, log, keeping } = parts
  let running: Promise<void> | null = null
  let stopWaiting = (): void => {}
  let isOver = false

  /** False: it is left for the next start, or never has to be. */
  async function sealOne(id: MeetingId): Promise<boolean> {
    try {
      using claim = keeping.claim(id)
      if (!claim) return false
      await keeping.recordings.seal(id)
      return true
    } catch (error) {
      if (error instanceof AppError)
        log.warn('recording.unsealed', { meetingId: id, code: error.code })
      else log.bug('recording.unsealed', error)
      return false
    }
  }

  async function sealAll(): Promise<void> {
    const plain = await keeping.recordings.plain()
    let sealed = 0
    for (const id of plain) {
      if (isOver) break
      if (!isQuiet()) {
        stopWaiting = clock.later(againMs, begin)
        break
      }
      if (await sealOne(id)) sealed++
    }
    if (plain.length > 0) log.info('recordings.sealed', { sealed, left: plain.length - sealed })
  }

  function begin(): void {
    if (isOver) return
    running ??= sealAll()
      .catch((error: unknown) => log.bug('recordings.unsealed', error))
      .finally(() => {
        running = null
      })
  }

  return {
    begin,
    /** Waits for the one that is being sealed. */
    async [Symbol.asyncDispose]() {
      isOver = true
      stopWaiting()
      await running
    },
  }
}
