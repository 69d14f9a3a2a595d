import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'

/** Writes a small file that only this user may read; whoever reads it sees the old one or the new one, whole. */
export function writePrivately(path: string, text: string): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    writeFileSync(draft, text, { flag: 'wx', mode: 0o600 })
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}
