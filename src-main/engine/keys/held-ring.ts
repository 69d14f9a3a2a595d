/** A ring that is open: its keys, and what becomes of it. */
import { AppError } from '#contract/errors.ts'
import { type FolderKeys, keysOf } from './folder-keys.ts'
import type { Ring } from './ring.ts'
import { unseal } from './seal.ts'
import { placeOf } from './slots.ts'

export interface OpenRing {
  /** They follow the ring: after a rotation they are the new ones. */
  readonly keys: FolderKeys
  readonly database: RingedDatabase
}

/** What a ring knows about the database of its folder. */
export interface RingedDatabase {
  readonly key: Uint8Array
  /** How the file may still be kept; null: with its key, or not at all. */
  before(): 'plain' | Uint8Array | null
  /** It is known to be plain, and is about to be changed. */
  converting(): void
  converted(): void
}

interface Held {
  readonly ring: Ring
  readonly master: Uint8Array
  readonly read: () => Ring | null
  readonly write: (ring: Ring) => void
  readonly alone: <T>(work: () => T) => T
}

export function holdRing(held: Held): OpenRing {
  const { master } = held
  let { ring } = held
  let keys = opened(ring, master)

  /** Another program may have changed the ring since: what is on disk counts. */
  function change(changed: Partial<Ring>): void {
    held.alone(() => {
      const next = { ...(held.read() ?? ring), ...changed }
      keys = opened(next, master)
      held.write(next)
      ring = next
    })
  }

  return {
    keys: {
      get database() {
        return keys.database
      },
      wrap: (key, place) => keys.wrap(key, place),
      unwrap: (wrapped, place) => keys.unwrap(wrapped, place),
    },
    database: {
      get key() {
        return keys.database
      },
      before() {
        const { databaseBefore: before, id } = ring
        return before instanceof Uint8Array
          ? unsealed(master, before, placeOf('database', id))
          : before
      },
      converting: () => change({ databaseBefore: 'plain' }),
      converted() {
        if (ring.databaseBefore !== null) change({ databaseBefore: null })
      },
    },
  }
}

function opened(ring: Ring, master: Uint8Array): FolderKeys {
  return keysOf({
    master,
    database: unsealed(master, ring.database, placeOf('database', ring.id)),
    earlier: ring.earlier.map((one) => unsealed(master, one, placeOf('master', ring.id))),
  })
}

function unsealed(master: Uint8Array, locked: Uint8Array, place: string): Buffer {
  const key = unseal(master, locked, place)
  if (key) return key
  throw new AppError(
    'data_locked',
    'The key ring of the data folder (keys.json) was changed by something else, so that nothing in it can be opened. Put the file back from a backup of the folder.',
  )
}
