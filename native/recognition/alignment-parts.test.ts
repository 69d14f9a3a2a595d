import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { isThere, run } from './build/run.mjs'

const here = import.meta.dirname
const compiler = 'g++'
const isUsable = process.platform === 'linux' && (await isThere(compiler))

it.runIf(isUsable)('laying tokens along the sound passes its own tests', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-alignment-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const program = path.join(folder, 'alignment')
  const files = ['testing/alignment.test.cc', 'src/alignment.cc'].map((name) =>
    path.join(here, name),
  )
  const flags = ['-std=c++17', '-O1', '-Wall', '-Wextra', '-Werror', '-D_GLIBCXX_ASSERTIONS']
  await run(compiler, [...flags, ...files, '-o', program])
  await expect(run(program, [])).resolves.toBe('')
})
