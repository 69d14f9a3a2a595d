/**
 * How the files of one recording lie in its folder: plain, as every version wrote them, or sealed with two keys of its
 * own. The sound has one and the ledger the other, so that the sound can be destroyed and the account of it kept.
 */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { TrackName } from '#contract/transcript.ts'
import type { FolderKeys } from '../keys/folder-keys.ts'
import { syncFolder } from '../runtime/sync-folder.node.ts'
import { createKeyFile, readKeyFile } from './key-file.node.ts'

/** What locks and opens the keys of recordings; null: nothing is sealed, and nothing sealed can be read. */
export type Locking = Pick<FolderKeys, 'wrap' | 'unwrap'> | null

export type Form = { readonly folder: string } & (
  | { readonly isSealed: false }
  | {
      readonly isSealed: true
      /** `absent` once it was destroyed; null where it cannot be opened. */
      readonly sound: Buffer | 'absent' | null
      readonly ledger: Buffer | 'absent' | null
    }
)

export const soundKeyPath = (folder: string): string => join(folder, 'sound.key')
export const ledgerKeyPath = (folder: string): string => join(folder, 'ledger.key')
/** Its name until everything that it opens is sealed. */
export const ledgerKeyDraft = (folder: string): string => `${ledgerKeyPath(folder)}.new`
export const soundKeyPlace = (folder: string): string => `sound of ${basename(folder)}`
export const ledgerKeyPlace = (folder: string): string => `ledger of ${basename(folder)}`

const plainLedger = 'ledger.jsonl'
const sealedLedger = 'ledger.sealed'
/** Files that can be read without a key, also those that were never finished. */
export const plainNames = /^(?:ledger\.jsonl|[a-z]+\.(?:wav|peaks(?:\.\d+)?))$/

export function trackPath({ folder, isSealed }: Form, track: TrackName): string {
  return join(folder, `${track}.${isSealed ? 'sound' : 'wav'}`)
}

export function ledgerPath({ folder, isSealed }: Form): string {
  return join(folder, isSealed ? sealedLedger : plainLedger)
}

export function loudnessPath({ folder, isSealed }: Form, track: TrackName): string {
  return join(folder, `${track}.${isSealed ? 'peaks.sealed' : 'peaks'}`)
}

/** Makes the keys of a new recording, in a folder that is there. They are on the disk before any sound is. */
export async function newForm(folder: string, locking: Locking): Promise<Form> {
  if (!locking) return { folder, isSealed: false }
  const sound = await createKeyFile(soundKeyPath(folder), soundKeyPlace(folder), locking)
  const ledger = await createKeyFile(ledgerKeyPath(folder), ledgerKeyPlace(folder), locking)
  await syncFolder(folder)
  return { folder, isSealed: true, sound, ledger }
}

export async function formOf(folder: string, locking: Locking): Promise<Form> {
  if (!isSealed(folder)) return { folder, isSealed: false }
  if (!locking) return { folder, isSealed: true, sound: null, ledger: null }
  return {
    folder,
    isSealed: true,
    sound: await readKeyFile(soundKeyPath(folder), soundKeyPlace(folder), locking),
    ledger: await readKeyFile(ledgerKeyPath(folder), ledgerKeyPlace(folder), locking),
  }
}

/**
 * The key of the ledger comes last when a plain recording is sealed, so it decides which of the two counts. Where it was
 * lost the sound does not go with it.
 */
export function isSealed(folder: string): boolean {
  if (existsSync(ledgerKeyPath(folder))) return true
  return existsSync(soundKeyPath(folder)) && !hasPlain(folder)
}

function hasPlain(folder: string): boolean {
  const names = [...TrackName.options.map((track) => `${track}.wav`), plainLedger]
  return names.some((name) => existsSync(join(folder, name)))
}

/** The key of the sound; null for a plain recording. */
export function soundKey(form: Form): Buffer | null {
  if (!form.isSealed) return null
  if (form.sound === 'absent') throw gone()
  if (form.sound) return form.sound
  throw new AppError(
    'data_broken',
    'The sound of this meeting cannot be opened with the key of this data folder. Its files are kept. Use the key it was recorded with.',
  )
}

/** The key of the ledger, for whoever writes in it: a new one where the old one was lost. Null for a plain recording. */
export async function ledgerKey(form: Form, locking: Locking): Promise<Buffer | null> {
  if (!form.isSealed) return null
  if (form.ledger instanceof Buffer) return form.ledger
  // Whoever can open the sound has the right keys: then it is the key of the ledger that is spoiled.
  soundKey(form)
  if (!locking) throw new Error('A sealed recording is written by whoever can lock its keys.')
  return createKeyFile(ledgerKeyPath(form.folder), ledgerKeyPlace(form.folder), locking)
}

export function gone(): AppError {
  return new AppError('not_found', 'The sound of this meeting is not on this computer any more.')
}
