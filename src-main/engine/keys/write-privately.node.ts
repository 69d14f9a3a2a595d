import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  type PathLike,
} from 'node:fs'
import { dirname } from 'node:path'

/** On Windows a scanner may hold a new file for a moment; elsewhere these codes are final. */
const heldCodes: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY']
const renameTries = 20

/** Writes a small file for its owner alone, as a whole or not at all; it is on the disk when this returns. */
export function writePrivately(path: string, content: string): void {
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'w', flush: true })
    renamePatiently(draft, path, renameTries)
  } finally {
    rmSync(draft, { force: true })
  }
  syncFolder(dirname(path))
}

function renamePatiently(from: PathLike, to: PathLike, tries: number): void {
  try {
    renameSync(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (process.platform !== 'win32' || tries === 0 || !heldCodes.includes(code)) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    renamePatiently(from, to, tries - 1)
  }
}

/** Makes the new name survive a power cut. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
