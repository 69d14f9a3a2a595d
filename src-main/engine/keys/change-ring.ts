/** What can become of a ring. Nothing here touches a disk but where this computer's own way to keep a key does. */
import { AppError } from '#contract/errors.ts'
import { newKey } from './folder-keys.ts'
import type { OwnKeeping } from './own-keeping.ts'
import type { Ring, Slot } from './ring.ts'
import { seal, unseal } from './seal.ts'
import { openPassphrase, passphraseSlot, placeOf, recoverySlot } from './slots.ts'

/** A ring and the master key that opens it. */
export interface Unlocked {
  readonly ring: Ring
  readonly master: Uint8Array
}

export const isOwn = ({ kind }: Slot): boolean => kind === 'system' || kind === 'file'
const isOf =
  (kind: Slot['kind']) =>
  (slot: Slot): boolean =>
    slot.kind === kind

/** One recovery phrase at a time: the last one that was made. */
export function withRecovery(
  { ring, master }: Unlocked,
  entropy: Uint8Array,
  madeAt: string,
): Ring {
  const slot = recoverySlot(master, entropy, { ringId: ring.id, madeAt })
  return { ...ring, slots: [...ring.slots.filter((one) => !isOf('recovery')(one)), slot] }
}

/** Null takes it away. With `only` this computer keeps nothing, and the passphrase is asked for at every start. */
export function withPassphrase(
  { ring, master }: Unlocked,
  { passphrase, only, keeping }: PassphraseWish,
): Ring {
  const others = ring.slots.filter((one) => !isOf('passphrase')(one))
  if (passphrase === null) return withOwn({ ring: { ...ring, slots: others }, master }, keeping)
  const kept = only ? others.filter((one) => !isOwn(one)) : others
  const slots = [...kept, passphraseSlot(master, passphrase, ring.id)]
  return only ? { ...ring, slots } : withOwn({ ring: { ...ring, slots }, master }, keeping)
}

export interface PassphraseWish {
  readonly passphrase: string | null
  readonly only: boolean
  readonly keeping: OwnKeeping
}

/** A folder may go from computer to computer; each keeps its key in its own way. */
const mostOwn = 4

/** This computer opens the folder by itself from now on, as others may that did before. */
export function withOwn({ ring, master }: Unlocked, keeping: OwnKeeping): Ring {
  if (ring.slots.some((slot) => keeping.open(slot, ring.id) !== null)) return ring
  const own = [keeping.lock(master, ring.id), ...ring.slots.filter(isOwn)].slice(0, mostOwn)
  return { ...ring, slots: [...own, ...ring.slots.filter((one) => !isOwn(one))] }
}

export interface Rotation {
  readonly keeping: OwnKeeping
  /** The passphrase of the folder, where it has one: no other can lock the new key. */
  readonly passphrase: string | null
}

/**
 * New keys in every place; the earlier ones are kept, locked by the new, until nothing is locked by them any more. A
 * recovery phrase opens nothing any more: who does this can make another and see it, and a kill leaves none that nobody knows.
 */
export function rotated(held: Unlocked, wish: Rotation): Unlocked {
  const { ring, master } = held
  const { id } = ring
  const next = newKey()
  // What another computer keeps cannot be locked anew from here: it asks for the recovery phrase again.
  const isHere = ring.slots.some((slot) => wish.keeping.open(slot, id) !== null)
  const others = ring.slots.flatMap((slot): Slot[] => {
    if (slot.kind !== 'passphrase') return []
    if (wish.passphrase === null || !openPassphrase(slot, wish.passphrase, id))
      throw new AppError(
        'data_locked',
        'The data folder has a passphrase, and new keys can be locked by it only with the right one. Nothing was changed. Say it, or remove it first: rtstt keys passphrase --remove',
      )
    return [passphraseSlot(next, wish.passphrase, id)]
  })
  // Opened by words alone: this computer keeps it from now on, or nobody could open it.
  const isKept = isHere || others.length === 0
  const slots = isKept ? [wish.keeping.lock(next, id), ...others] : others
  const again = (locked: Uint8Array, place: string): Buffer => {
    const key = unseal(master, locked, place)
    if (!key) throw new Error('the ring is not what it was when it was opened')
    return seal(next, key, place)
  }
  const changed: Ring = {
    ...ring,
    slots,
    database: seal(next, newKey(), placeOf('database', id)),
    databaseBefore: again(ring.database, placeOf('database', id)),
    earlier: [
      seal(next, master, placeOf('master', id)),
      ...ring.earlier.map((one) => again(one, placeOf('master', id))),
    ],
  }
  return { ring: changed, master: next }
}
