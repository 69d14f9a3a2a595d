/** Locks the keys of recordings by other keys of the data folder. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { systemCode } from './file-failure.ts'
import { rewrapKeyFile } from './key-file.node.ts'
import {
  ledgerKeyDraft,
  ledgerKeyPath,
  ledgerKeyPlace,
  type Locking,
  soundKeyPath,
  soundKeyPlace,
} from './recording-form.node.ts'
import type { Rewrapped } from './recording.ts'

/** Key by key and in place, so that it can be done again after a kill; until then both old and new keys are needed. */
export async function rewrapFolders(
  root: string,
  from: NonNullable<Locking>,
  to: NonNullable<Locking>,
): Promise<Rewrapped> {
  let keys = 0
  let unopened = 0
  for (const name of await readdir(root).catch(() => [])) {
    const folder = join(root, name)
    for (const [path, place] of [
      [soundKeyPath(folder), soundKeyPlace(folder)],
      // A recording may be sealed at this moment. Its draft comes first: what is renamed meanwhile is met behind it.
      [ledgerKeyDraft(folder), ledgerKeyPlace(folder)],
      [ledgerKeyPath(folder), ledgerKeyPlace(folder)],
    ] as const) {
      const done = await rewrapIfThere(path, place, { from, to })
      if (done === true) keys++
      if (done === false) unopened++
    }
  }
  return { keys, unopened }
}

/** Null where there is no such key. */
async function rewrapIfThere(
  path: string,
  place: string,
  keys: { readonly from: NonNullable<Locking>; readonly to: NonNullable<Locking> },
): Promise<boolean | null> {
  try {
    return await rewrapKeyFile(path, place, keys)
  } catch (error) {
    // Not a folder, or without keys, or removed at this moment.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return null
    throw error
  }
}
