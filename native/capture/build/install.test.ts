import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readPins } from '../../recognition/build/pins.mjs'
import { captureProblem, openCapture } from '../capture.ts'
import { install } from './install.mjs'
import { home, recognitionOf } from './places.mjs'
import { obstacleTo } from './plan.mjs'
import { sourceFiles, sourceHash } from './source-hash.mjs'

vi.setConfig({ testTimeout: 120_000 })

const target = `${process.platform}-${process.arch}`
const built = path.join(home, 'out', target)
const pins = readPins(recognitionOf(home))
const hash = sourceHash({ root: home, pins, platform: process.platform })

/** A checkout of its own, with our sources, the installed packages, no compiler and an empty cache. */
function setUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-capture-install-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = path.join(folder, 'native', 'capture')
  for (const name of ['capture/src', 'capture/build', 'recognition/src', 'recognition/pins.json']) {
    cpSync(path.join(home, '..', name), path.join(folder, 'native', name), { recursive: true })
  }
  symlinkSync(
    path.resolve(home, '../../node_modules'),
    path.join(folder, 'node_modules'),
    'junction',
  )
  const said: string[] = []
  const out = path.join(root, 'out', target)
  const run = (env: NodeJS.ProcessEnv = {}) =>
    install({
      root,
      platform: process.platform,
      arch: process.arch,
      env: { CXX: '/no/such/compiler', RTSTT_NATIVE_CACHE: path.join(folder, 'cache'), ...env },
      homeFolder: folder,
      say: (line: string) => said.push(line),
    })
  return { folder, root, out, said, run }
}

describe('an installation', () => {
  it('without a compiler leaves the sentence that the program shows', async () => {
    const { out, said, run } = setUp()
    await expect(run()).resolves.toBe('missing')
    const sentence = captureProblem(out)
    expect(sentence).toContain(process.platform === 'linux' ? 'g++' : 'run')
    expect(said).toEqual([sentence])
    await expect(openCapture({ directory: out })).rejects.toMatchObject({
      code: 'source_unavailable',
      message: sentence,
    })
  })

  it.runIf(captureProblem() === null)('takes a prebuild that fits, and keeps it', async () => {
    const { root, out, run } = setUp()
    cpSync(built, path.join(root, 'prebuilds', target), { recursive: true })
    await expect(run()).resolves.toBe('copy')
    expect(captureProblem(out)).toBeNull()
    await expect(run()).resolves.toBe('keep')
  })

  it('refuses a prebuild of other sources', async () => {
    const { root, out, run } = setUp()
    mkdirSync(path.join(root, 'prebuilds', target), { recursive: true })
    writeFileSync(path.join(root, 'prebuilds', target, 'built.json'), '{"hash":"of-others"}')
    await expect(run()).resolves.toBe('missing')
    expect(existsSync(path.join(out, 'capture.node'))).toBe(false)
  })

  it.runIf(captureProblem() === null)(
    'does not put an addon in place that cannot load',
    async () => {
      const { root, out, said, run } = setUp()
      const prebuild = path.join(root, 'prebuilds', target)
      cpSync(built, prebuild, { recursive: true })
      writeFileSync(path.join(prebuild, 'capture.node'), 'no library')
      await expect(run()).resolves.toBe('missing')
      expect(said.join()).toContain('could not be made')
      expect(captureProblem(out)).toContain('could not be made')
    },
  )
})

describe('the hash of the sources', () => {
  it('changes with a source of this system, and not with one of another', () => {
    const { root } = setUp()
    const platform = 'linux'
    const before = sourceHash({ root, pins, platform })
    expect(before).toBe(sourceHash({ root: home, pins, platform }))
    writeFileSync(path.join(root, 'src', 'wasapi-new.cc'), '// new')
    expect(sourceHash({ root, pins, platform })).toBe(before)
    writeFileSync(path.join(root, 'src', 'pulse-new.cc'), '// new')
    expect(sourceHash({ root, pins, platform })).not.toBe(before)
  })

  it('covers the border and what is borrowed', () => {
    for (const platform of ['linux', 'win32']) {
      expect(sourceFiles(home, platform)).toEqual(
        expect.arrayContaining([
          'src/backend.h',
          '../recognition/src/handles.h',
          'build/recipe.mjs',
        ]),
      )
    }
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
  })
})

it.each([
  ['linux', 'g++', undefined],
  ['linux', undefined, 'apt install g++'],
  ['win32', undefined, 'build:windows'],
  ['darwin', 'clang++', 'no capture addon for darwin-x64'],
])('an obstacle on %s with compiler %s is told', (platform, compiler, sentence) => {
  const obstacle = obstacleTo({ platform, arch: 'x64', compiler })
  if (sentence === undefined) expect(obstacle).toBeUndefined()
  else expect(obstacle).toContain(sentence)
})
