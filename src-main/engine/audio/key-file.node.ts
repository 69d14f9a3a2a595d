/**
 * A small file with one key, locked by the keys of the data folder, twice: what spoils one of the two places leaves the
 * other, and keys can be locked anew in place, without leaving the old ones somewhere on the disk.
 */
import { randomBytes } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import type { FolderKeys } from '../keys/folder-keys.ts'
import { KEY_BYTES } from '../keys/seal.ts'
import { systemCode } from './file-failure.ts'

/** Two places of a disk that are not written together. */
const PLACES = [0, 4096]
/** The length of what is locked stands before it. */
const LENGTH_BYTES = 2

/** Makes a new key and keeps it. Resolves when it is on the disk itself. */
export async function createKeyFile(
  path: string,
  place: string,
  { wrap }: Pick<FolderKeys, 'wrap'>,
): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  const file = await open(path, 'w', 0o600)
  try {
    for (const at of PLACES) await writeAt(file, at, wrap(key, place))
    await file.sync()
  } finally {
    await file.close()
  }
  return key
}

/** `absent`: there is no such file. Null: there is one, and these keys do not open it. */
export async function readKeyFile(
  path: string,
  place: string,
  keys: Pick<FolderKeys, 'unwrap'>,
): Promise<Buffer | 'absent' | null> {
  try {
    return opened(await readFile(path), place, keys)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 'absent'
    throw error
  }
}

/** Locks the key by other keys; one place after the other, so that a kill leaves one that is whole. False: `from` does not open it either. */
export async function rewrapKeyFile(
  path: string,
  place: string,
  { from, to }: { readonly from: Pick<FolderKeys, 'unwrap'>; readonly to: FolderKeysOnly },
): Promise<boolean> {
  const file = await open(path, 'r+')
  try {
    const bytes = await file.readFile()
    const key = opened(bytes, place, to) ?? opened(bytes, place, from)
    if (!key) return false
    for (const at of PLACES) {
      const locked = lockedAt(bytes, at)
      if (locked && to.unwrap(locked, place)) continue
      await writeAt(file, at, to.wrap(key, place))
      await file.sync()
    }
    return true
  } finally {
    await file.close()
  }
}

type FolderKeysOnly = Pick<FolderKeys, 'wrap' | 'unwrap'>

function opened(
  bytes: Buffer,
  place: string,
  { unwrap }: Pick<FolderKeys, 'unwrap'>,
): Buffer | null {
  for (const at of PLACES) {
    const locked = lockedAt(bytes, at)
    const key = locked && unwrap(locked, place)
    if (key?.length === KEY_BYTES) return key
  }
  return null
}

function lockedAt(bytes: Buffer, at: number): Buffer | null {
  if (bytes.length < at + LENGTH_BYTES) return null
  const from = at + LENGTH_BYTES
  return bytes.subarray(from, from + bytes.readUInt16LE(at))
}

async function writeAt(file: FileHandle, at: number, locked: Uint8Array): Promise<void> {
  const bytes = Buffer.alloc(LENGTH_BYTES + locked.length)
  bytes.writeUInt16LE(locked.length)
  bytes.set(locked, LENGTH_BYTES)
  await file.write(bytes, 0, bytes.length, at)
}
