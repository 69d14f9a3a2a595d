/** A disk that misbehaves on demand, for files below one folder; see `disk-shim.cc`. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface DiskState {
  readonly error?: keyof typeof constants.errno
  readonly writeMs?: number
  readonly syncMs?: number
  readonly which?: 'all' | 'database'
}

/** Builds the library that stands before the system's; null where there is no compiler. */
export function buildShim(folder: string): string | null {
  const library = join(folder, 'disk-shim.so')
  const source = fileURLToPath(new URL('disk-shim.cc', import.meta.url))
  const words = ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']
  return spawnSync('g++', words, { stdio: 'inherit' }).status === 0 ? library : null
}

/** Makes the disk of whoever was started with this control file so, from now on. */
export function setDisk(control: string, state: DiskState): void {
  const { error, writeMs = 0, syncMs = 0, which = 'all' } = state
  const numbers = [error ? constants.errno[error] : 0, writeMs, syncMs, which === 'all' ? 0 : 1]
  const file = openSync(control, 'r+')
  try {
    writeSync(file, new Uint8Array(Int32Array.from(numbers).buffer), 0, 16, 0)
  } finally {
    closeSync(file)
  }
}
