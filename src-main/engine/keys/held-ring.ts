/** A ring that is open: its keys, and what becomes of it. */
import { AppError } from '#contract/errors.ts'
import {
  isOwn,
  rotated,
  type Unlocked,
  withOwn,
  withPassphrase,
  withRecovery,
} from './change-ring.ts'
import { type FolderKeys, keysOf, newKey } from './folder-keys.ts'
import type { OwnKeeping } from './own-keeping.ts'
import { toWords } from './recovery-words.ts'
import type { Ring } from './ring.ts'
import { unseal } from './seal.ts'
import { placeOf } from './slots.ts'

export interface OpenRing {
  /** They follow the ring: after a rotation they are the new ones. */
  readonly keys: FolderKeys
  readonly database: RingedDatabase
  /** As it is on disk at this moment. */
  state(): RingState
  /** A new recovery phrase, which is nowhere but in the answer. */
  makeRecovery(): string[]
  setPassphrase(wish: { readonly passphrase: string | null; readonly only: boolean }): void
  /** Makes this computer open the folder by itself. */
  keepHere(): void
  /**
   * New keys for everything. The database is still kept by its earlier key then, and recordings by the earlier master key.
   * There is no recovery phrase until another one is made.
   */
  rotate(passphrase: string | null): void
  /** What recordings may still be locked by, and what locks them now; null: nothing is left of a rotation. */
  rewrapping(): { readonly from: FolderKeys; readonly to: FolderKeys } | null
  /** Nothing is locked by earlier master keys any more. */
  rewrapped(): void
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

export interface RingState {
  /** How this computer keeps the key; null: not at all. */
  readonly own: 'system' | 'file' | null
  readonly passphrase: boolean
  readonly recoveryMadeAt: string | null
}

interface Held extends Unlocked {
  readonly keeping: OwnKeeping
  readonly nowMs: () => number
  readonly read: () => Ring | null
  readonly write: (ring: Ring) => void
  readonly alone: <T>(work: () => T) => T
}

export function holdRing(held: Held): OpenRing {
  const { keeping } = held
  let here: Unlocked = held
  let keys = opened(here)
  const nowIso = (): string => new Date(held.nowMs()).toISOString()

  /** Another program may have changed the ring since: what is on disk counts. */
  function change(make: (fresh: Unlocked) => Unlocked): void {
    held.alone(() => {
      const fresh = { ...here, ring: held.read() ?? here.ring }
      opened(fresh)
      const next = make(fresh)
      const nextKeys = opened(next)
      // Nothing may be locked by keys that are not on the disk: at the next start nobody would have them.
      held.write(next.ring)
      keys = nextKeys
      here = next
      const left = fresh.ring.slots.filter((slot) => isOwn(slot) && !next.ring.slots.includes(slot))
      for (const slot of left) keeping.forget(slot, fresh.ring.id)
    })
  }
  const changeRing = (make: (fresh: Unlocked) => Ring): void =>
    change((fresh) => ({ ...fresh, ring: make(fresh) }))

  return {
    keys: following(() => keys),
    database: {
      get key() {
        return keys.database
      },
      before() {
        const { databaseBefore: before, id } = here.ring
        if (before === null || before === 'plain') return before
        return unsealed(here.master, before, placeOf('database', id))
      },
      converting: () => changeRing(({ ring }) => ({ ...ring, databaseBefore: 'plain' })),
      converted() {
        if (here.ring.databaseBefore !== null)
          changeRing(({ ring }) => ({ ...ring, databaseBefore: null }))
      },
    },
    state: () => stateOf(held.read() ?? here.ring, keeping),
    makeRecovery() {
      const entropy = newKey()
      changeRing((fresh) => withRecovery(fresh, entropy, nowIso()))
      return toWords(entropy)
    },
    setPassphrase: (wish) => changeRing((fresh) => withPassphrase(fresh, { ...wish, keeping })),
    keepHere: () => changeRing((fresh) => withOwn(fresh, keeping)),
    rotate: (passphrase) => change((fresh) => rotated(fresh, { keeping, passphrase })),
    rewrapping: () => (here.ring.earlier.length === 0 ? null : lockedBefore(here, keys)),
    rewrapped: () => changeRing(({ ring }) => ({ ...ring, earlier: [] })),
  }
}

function following(keys: () => FolderKeys): FolderKeys {
  return {
    get database() {
      return keys().database
    },
    wrap: (key, place) => keys().wrap(key, place),
    unwrap: (wrapped, place) => keys().unwrap(wrapped, place),
  }
}

function stateOf({ id, slots }: Ring, keeping: OwnKeeping): RingState {
  const recovery = slots.find((slot) => slot.kind === 'recovery')
  return {
    own: slots.some((slot) => keeping.open(slot, id) !== null) ? keeping.kind : null,
    passphrase: slots.some(({ kind }) => kind === 'passphrase'),
    recoveryMadeAt: recovery?.kind === 'recovery' ? recovery.madeAt : null,
  }
}

function lockedBefore({ master }: Unlocked, { database, unwrap }: FolderKeys) {
  const to = keysOf({ master, earlier: [], database })
  return { from: { database, wrap: to.wrap, unwrap }, to }
}

function opened({ ring, master }: Unlocked): FolderKeys {
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
    'The keys of the data folder were changed by another program, or by something else. Nothing more was changed. Start this program again; if that does not help, put keys.json back from a backup of the folder.',
  )
}
