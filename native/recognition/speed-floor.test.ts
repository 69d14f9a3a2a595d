import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { defaultDirectory } from './addon.ts'
import type { SpeedFloor } from './speed-floor.ts'
import { runProgram } from './testing/programs.ts'

async function measure(directory?: string): Promise<SpeedFloor> {
  const { code, messages } = await runProgram('measure-speed.program', directory ? [directory] : [])
  expect(code).toBe(0)
  return messages[0] as SpeedFloor
}

/** An addon that finds no other CPU library than one for the first 64-bit processors. */
function withOldestLibraryOnly(): string {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'rtstt-slow-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const name of ['recognition.node', 'built.json', 'libggml-base.so', 'libggml-cpu-x64.so']) {
    cpSync(path.join(defaultDirectory(), name), path.join(directory, name))
  }
  return directory
}

it('is reached by the library that was chosen for this processor', async () => {
  const { reached, timesScalar, cpuLevel } = await measure()
  process.stderr.write(`${cpuLevel}: ${timesScalar.toFixed(0)} times scalar speed\n`)
  expect(reached).toBe(true)
})

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'is missed by a library that does not use what the processor can do',
  async () => {
    const { reached, timesScalar, cpuLevel } = await measure(withOldestLibraryOnly())
    process.stderr.write(`${cpuLevel}: ${timesScalar.toFixed(1)} times scalar speed\n`)
    expect(cpuLevel).toBe('x64')
    expect(reached).toBe(false)
  },
)
