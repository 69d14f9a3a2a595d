/** Brings recordings to the keys that the data folder has now: those from before there were any, and those of a rotation. */
import type { MeetingId } from '#contract/ids.ts'
import type { Parts } from './parts.ts'

/** Done once, besides everything else, by a program that stays. */
export function sealing(parts: Needed, isBusy: (id: MeetingId) => boolean): Sealing {
  const stop = new AbortController()
  let going = Promise.resolve()
  return {
    begin() {
      going = rewrapRecordings(parts)
        .then(() => sealRecordings(parts, isBusy, stop.signal))
        .catch((error: unknown) => parts.log.bug('recordings.unsealed', error))
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await going
    },
  }
}

export interface Sealing extends AsyncDisposable {
  begin(): void
}

type Needed = Pick<Parts, 'keeping' | 'lock' | 'log'>

/** Ends what a rotation began. A kill in between leaves recordings of both keys, and the ring keeps both. */
export async function rewrapRecordings({ keeping, lock, log }: Needed): Promise<void> {
  const keys = lock.ring?.rewrapping()
  if (!lock.ring || !keys) return
  const { keys: count, unopened } = await keeping.recordings.rewrap(keys.from, keys.to)
  log.info('keys.rewrapped', { count, unopened })
  lock.ring.rewrapped()
}

/** Seals one plain recording after the other, until all are or `stopped`; one that is in use is left for the next start. */
async function sealRecordings(
  { keeping, log }: Needed,
  isBusy: (id: MeetingId) => boolean,
  stopped: AbortSignal,
): Promise<void> {
  let sealed = 0
  for (const id of await keeping.recordings.plain()) {
    if (stopped.aborted) return
    if (isBusy(id)) continue
    using claim = keeping.claim(id)
    if (!claim) continue
    try {
      await keeping.recordings.seal(id)
      sealed += 1
    } catch (error) {
      // It is plain still, and can be read; on Windows a player may have it open.
      log.bug('recording.unsealed', error)
    }
  }
  if (sealed > 0) log.info('recordings.sealed', { count: sealed })
}
