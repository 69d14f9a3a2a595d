import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isThere, run } from '../recognition/build/run.mjs'

const here = import.meta.dirname
const compiler = 'g++'
const isUsable = process.platform === 'linux' && (await isThere(compiler))

it.runIf(isUsable)(
  'the ring, the recorder and the device clock pass their own tests',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-parts-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const program = path.join(folder, 'native-parts')
    const sources = ['testing/native-parts.test.cc', 'src/recorder.cc', 'src/device-clock.cc']
    const files = sources.map((name) => path.join(here, name))
    await run(compiler, [
      '-std=c++17',
      '-O1',
      '-Wall',
      '-Wextra',
      '-Werror',
      ...files,
      '-pthread',
      '-o',
      program,
    ])
    await expect(run(program, [])).resolves.toBe('')
  },
)
