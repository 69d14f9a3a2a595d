// Key files of a run of tests lie in a folder of its own, never with the settings of whoever runs it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For everything that is started from now on; answers with what takes the folder away. */
export function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-keys-'))
  process.env['RTSTT_KEYS'] = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
