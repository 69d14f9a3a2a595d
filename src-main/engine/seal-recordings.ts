/** Brings recordings to the keys that the data folder has now: those from before there were any, and those of a rotation. */
import type { Parts } from './parts.ts'
import { plainSealing, type Sealing } from './seal-plain-recordings.ts'

/** Done once, besides everything else, by a program that stays. */
export function sealing(parts: Needed & Pick<Parts, 'clock'>, isQuiet: () => boolean): Sealing {
  const plain = plainSealing({ parts, isQuiet })
  let going = Promise.resolve()
  return {
    begin() {
      going = rewrapRecordings(parts)
        .catch((error: unknown) => parts.log.bug('recordings.unwrapped', error))
        .then(plain.begin)
    },
    async [Symbol.asyncDispose]() {
      await plain[Symbol.asyncDispose]()
      await going
    },
  }
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
