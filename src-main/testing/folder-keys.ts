import { keyFiles, keysFolder } from '#engine/keys/key-file.node.ts'
import type { FolderKeys } from '#engine/keys/folder-keys.ts'
import { openRing } from '#engine/keys/open-ring.node.ts'

/** The keys of a data folder, as a program of this run of tests opens it. */
export function folderKeys(folder: string): FolderKeys {
  return openRing({
    folder,
    keeping: keyFiles(keysFolder()),
    passphrase: null,
    words: null,
    nowMs: Date.now,
    database: 'encrypted',
    alone: (work) => work(),
  }).keys
}
