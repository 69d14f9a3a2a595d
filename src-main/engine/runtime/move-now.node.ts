import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'

/** On Windows a scanner may hold a new file for a moment; elsewhere these codes are final. */
const heldCodes: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY']
const tries = 20
const waitMs = 20

/** Gives a file or folder another name, in the place of what had it; the name survives a power cut when this returns. */
export function moveNow(from: string, to: string): void {
  renamePatiently(from, to, tries)
  syncFolderNow(dirname(to))
}

function renamePatiently(from: string, to: string, left: number): void {
  try {
    renameSync(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (process.platform !== 'win32' || left === 0 || !heldCodes.includes(code)) throw error
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs)
    renamePatiently(from, to, left - 1)
  }
}

/** Windows has no such call and needs none. */
function syncFolderNow(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
