import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { damageWatch } from './damage-watch.node.ts'

it.skipIf(process.platform === 'win32')(
  'tells damage once, also where the disk does not let it be noted',
  () => {
    const data = mkdtempSync(join(tmpdir(), 'rtstt-watch-'))
    onTestFinished(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))
    mkdirSync(join(data, 'damaged'))
    // Nothing can be written there.
    symlinkSync(join(data, 'no folder', 'suspected'), join(data, 'damaged', 'suspected'))
    const watch = damageWatch(data, null)
    let told = 0
    watch.watch(() => (told += 1))
    watch.suspect()
    watch.suspect()
    expect(told).toBe(1)
    expect(watch.state().suspected).toBe(true)
  },
)
