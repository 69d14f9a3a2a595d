import { rmSync, writeFileSync } from 'node:fs'
import { moveNow } from '../runtime/move-now.node.ts'

/** Writes a small file for its owner alone, as a whole or not at all; it is on the disk when this returns. */
export function writePrivately(path: string, content: string): void {
  const draft = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(draft, content, { mode: 0o600, flag: 'w', flush: true })
    moveNow(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}
