import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

const longestBytes = 1_000_000

/**
 * Appends a line to a file for its owner alone; at one megabyte the file becomes `path.1`, and what was there is forgotten.
 * Its folder is made, and no other: a data folder that a person took away is not made again.
 */
export function appendLine(path: string, line: string): void {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { mode: 0o700 })
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longestBytes)
    renameSync(path, `${path}.1`)
  appendFileSync(path, `${line}\n`, { mode: 0o600 })
}
