/** Brings recordings to the keys that the data folder has now: those from before there were any, and those of a rotation. */
import type { OpenRing } from './keys/held-ring.ts'
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

/** By the ring of each data folder: two at a time would each lock again what the other has locked. */
const turns = new WeakMap<OpenRing, Promise<void>>()

/** Ends what a rotation began, once whoever does so already is done. */
export async function rewrapRecordings(parts: Needed): Promise<void> {
  const { ring } = parts.lock
  if (!ring) return
  const work = (): Promise<void> => rewrapNow(parts)
  const mine = (turns.get(ring) ?? Promise.resolve()).then(work, work)
  turns.set(ring, mine)
  return mine
}

/** A kill in between leaves recordings of both keys, and the ring keeps both. */
async function rewrapNow({ keeping, lock, log }: Needed): Promise<void> {
  const keys = lock.ring?.rewrapping()
  if (!lock.ring || !keys) return
  const { keys: count, unopened } = await keeping.recordings.rewrap(keys.from, keys.to)
  log.info('keys.rewrapped', { count, unopened })
  lock.ring.rewrapped()
}
