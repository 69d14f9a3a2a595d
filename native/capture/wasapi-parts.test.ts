import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isThere, run } from '../recognition/build/run.mjs'

const here = import.meta.dirname
const compiler = 'g++'
const flags = ['-std=c++17', '-O1', '-Wall', '-Wextra', '-Werror']
const isUsable = process.platform === 'linux' && (await isThere(compiler))

it.runIf(isUsable)('sample formats and packet times of Windows pass their own tests', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-wasapi-parts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const program = path.join(folder, 'wasapi-parts')
  const sources = ['testing/wasapi-parts.test.cc', 'src/wasapi-samples.cc']
  await run(compiler, [...flags, ...sources.map((name) => path.join(here, name)), '-o', program])
  await expect(run(program, [])).resolves.toBe('')
})
