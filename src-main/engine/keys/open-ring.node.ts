/** Opens the key ring of a data folder, or makes it where there is none. */
import { randomUUID } from 'node:crypto'
import { AppError } from '#contract/errors.ts'
import { newKey } from './folder-keys.ts'
import { holdRing, type OpenRing } from './held-ring.ts'
import type { OwnKeeping } from './own-keeping.ts'
import { readRing, writeRing } from './ring-file.node.ts'
import type { Ring } from './ring.ts'
import { seal } from './seal.ts'
import { openPassphrase, openRecovery, placeOf } from './slots.ts'

/** What a person says to open a folder that this computer does not open by itself. */
export interface Secrets {
  readonly passphrase: string | null
  /** The recovery phrase, as it was typed. */
  readonly words: string | null
}

export interface RingWishes extends Secrets {
  readonly folder: string
  readonly keeping: OwnKeeping
  readonly nowMs: () => number
  /** How the database is kept where there is no ring yet; null: there is none. */
  readonly database: 'plain' | 'encrypted' | 'unknown' | null
  /** Does something while no other program changes the ring. */
  readonly alone: <T>(work: () => T) => T
}

export function openRing(wishes: RingWishes): OpenRing {
  const { folder, alone } = wishes
  const read = (): Ring | null => readRing(folder)
  // Two programs may open a new folder at the same time.
  const ring = read() ?? alone(() => read() ?? makeRing(wishes))
  return holdRing({
    ring,
    master: masterOf(ring, wishes),
    keeping: wishes.keeping,
    nowMs: wishes.nowMs,
    read,
    write: (changed) => writeRing(folder, changed),
    alone,
  })
}

/** Whether it is worth asking for one. */
export function hasPassphrase(folder: string): boolean {
  return readRing(folder)?.slots.some(({ kind }) => kind === 'passphrase') ?? false
}

function makeRing({ folder, keeping, database }: RingWishes): Ring {
  // Without its ring a database that is encrypted stays so for ever: a new ring would hide that.
  if (database === 'encrypted')
    throw new AppError(
      'data_locked',
      'The database in the data folder is encrypted, and the key ring that opens it (keys.json) is missing. Nothing was changed. Put the file back from a backup of the folder.',
    )
  const [id, master] = [randomUUID(), newKey()]
  const ring: Ring = {
    version: 1,
    id,
    slots: [keeping.lock(master, id)],
    database: seal(master, newKey(), placeOf('database', id)),
    // What is damaged and was there before its ring was never encrypted.
    databaseBefore: database === null ? null : 'plain',
    earlier: [],
  }
  writeRing(folder, ring)
  return ring
}

/** The cheap ways first: a passphrase costs a third of a second. */
function masterOf(ring: Ring, { keeping, passphrase, words }: RingWishes): Buffer {
  const tries = [
    () => ring.slots.map((slot) => keeping.open(slot, ring.id)),
    () =>
      ring.slots.map((slot) =>
        slot.kind === 'recovery' && words !== null ? openRecovery(slot, words, ring.id) : null,
      ),
    () =>
      ring.slots.map((slot) =>
        slot.kind === 'passphrase' && passphrase !== null
          ? openPassphrase(slot, passphrase, ring.id)
          : null,
      ),
  ]
  for (const attempt of tries) {
    const master = attempt().find((one) => one !== null)
    if (master) return master
  }
  throw new AppError('data_locked', lockedSentence(ring, { passphrase, words }))
}

function lockedSentence({ slots }: Ring, { passphrase, words }: Secrets): string {
  const has = (kind: string): boolean => slots.some((slot) => slot.kind === kind)
  if (words !== null)
    return 'These are not the recovery words of this data folder. Nothing was changed. Check them and their order.'
  if (passphrase !== null && has('passphrase'))
    return 'This is not the passphrase of this data folder. Nothing was changed. Try again, or open it by its recovery phrase: rtstt keys open'
  const ways = [
    ...(has('passphrase') ? ['by its passphrase (in a terminal, or in RTSTT_PASSPHRASE)'] : []),
    ...(has('recovery') ? ['by its recovery phrase: rtstt keys open'] : []),
  ]
  if (ways.length === 0)
    return 'The data folder is locked: its key is kept by another computer or another account, and it has neither a passphrase nor a recovery phrase. Nothing was changed. Open it there, and make a recovery phrase: rtstt keys recovery'
  return `The data folder is locked: its key is not on this computer, or belongs to another account. Nothing was changed. Open it ${ways.join(', or ')}`
}
