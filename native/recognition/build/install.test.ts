import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { locateAddon } from '../addon.ts'
import { openRecognition } from '../recognition.ts'
import { install } from './install.mjs'
import { cachedFolder, cacheFolder, home } from './places.mjs'
import { sourceHash } from './source-hash.mjs'

const target = `${process.platform}-${process.arch}`
const built = path.join(home, 'out', target)
const noCompiler = '/no/such/compiler'

/** A checkout of its own, with our sources, the installed packages and an empty cache. */
function setUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-install-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = path.join(folder, 'native', 'recognition')
  for (const name of ['src', 'build', 'pins.json']) {
    cpSync(path.join(home, name), path.join(root, name), { recursive: true })
  }
  symlinkSync(path.resolve(home, '../../node_modules'), path.join(folder, 'node_modules'))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    RTSTT_NATIVE_CACHE: path.join(folder, 'cache'),
    CXX: noCompiler,
  }
  const said: string[] = []
  const out = path.join(root, 'out', target)
  const cached = cachedFolder(path.join(folder, 'cache'), target, sourceHash(root))
  const run = async () =>
    install({
      root,
      platform: process.platform,
      arch: process.arch,
      env,
      homeFolder: folder,
      say: (line: string) => said.push(line),
    })
  return { folder, root, env, said, out, cached, run }
}

/** Only what a compiler makes: the libraries come from their package. */
function putAddonInto(place: string) {
  mkdirSync(place, { recursive: true })
  for (const name of ['recognition.node', 'built.json']) {
    cpSync(path.join(built, name), path.join(place, name))
  }
}

function reasonIn(out: string): string {
  const { reason } = JSON.parse(readFileSync(path.join(out, 'missing.json'), 'utf8')) as {
    reason: string
  }
  return reason
}

describe('the installation', () => {
  it('copies a compiled addon from the cache and completes it with the libraries', async () => {
    const { run, cached, out, said } = setUp()
    putAddonInto(cached)
    expect(await run()).toBe('copy')
    expect(readdirSync(out)).toEqual(readdirSync(built))
    expect(openRecognition({ directory: out, gpuLibraries: [] }).backends.cpuLevel).not.toBe('')
    expect(said).toEqual([])
    expect(await run()).toBe('keep')
  })

  it('copies a prebuild that fits', async () => {
    const { run, root, out } = setUp()
    putAddonInto(path.join(root, 'prebuilds', target))
    expect(await run()).toBe('copy')
    expect(locateAddon(out)).toEqual({ directory: out })
  })

  it('succeeds without a compiler and leaves the reason for the program to tell', async () => {
    const { run, out, said } = setUp()
    expect(await run()).toBe('missing')
    expect(reasonIn(out)).toContain('a C++ compiler is missing')
    expect(locateAddon(out)).toEqual({ problem: reasonIn(out) })
    expect(said).toEqual([reasonIn(out)])
  })

  it('does not keep an addon of older sources', async () => {
    const { run, root, out, cached } = setUp()
    putAddonInto(cached)
    await run()
    writeFileSync(path.join(root, 'src', 'registry.h'), '// changed\n')
    expect(await run()).toBe('missing')
    expect(existsSync(path.join(out, 'recognition.node'))).toBe(false)
  })

  it('names the package whose version is not the pinned one', async () => {
    const { run, root, out, cached } = setUp()
    const pins = readFileSync(path.join(root, 'pins.json'), 'utf8')
    writeFileSync(path.join(root, 'pins.json'), pins.replaceAll('"3.21.1"', '"3.22.1"'))
    putAddonInto(cached)
    const { hash } = JSON.parse(readFileSync(path.join(cached, 'built.json'), 'utf8')) as {
      hash: string
    }
    const moved = cached.replace(hash, sourceHash(root))
    cpSync(cached, moved, { recursive: true })
    writeFileSync(path.join(moved, 'built.json'), JSON.stringify({ hash: sourceHash(root) }))
    expect(await run()).toBe('missing')
    expect(reasonIn(out)).toMatch(/3\.22\.1, but 3\.21\.1 is installed: run "npm ci"/)
  })

  it('says what the compiler complained about', async () => {
    const { run, folder, env, out, cached } = setUp()
    const compiler = path.join(folder, 'compiler')
    const script = '#!/bin/sh\n[ "$1" = --version ] || { echo "no space left" >&2; exit 1; }\n'
    writeFileSync(compiler, script, { mode: 0o755 })
    env.CXX = compiler
    expect(await run()).toBe('missing')
    expect(reasonIn(out)).toContain('no space left')
    expect(existsSync(cached)).toBe(false)
  })

  it('refuses an addon that does not load, and leaves nothing half done', async () => {
    const { run, root, out, cached } = setUp()
    putAddonInto(cached)
    writeFileSync(path.join(cached, 'recognition.node'), 'not a library')
    expect(await run()).toBe('missing')
    expect(readdirSync(path.join(root, 'out'))).toEqual([target])
    expect(readdirSync(out)).toEqual(['missing.json'])
  })

  it('clears away what a killed installation left long ago, and nothing newer', async () => {
    const { run, out, cached } = setUp()
    putAddonInto(cached)
    const [old, fresh] = [`${out}.draft-1-old`, `${out}.draft-2-new`]
    for (const left of [old, fresh]) mkdirSync(left, { recursive: true })
    utimesSync(old, 0, 0)
    await run()
    expect(existsSync(old)).toBe(false)
    expect(existsSync(fresh)).toBe(true)
  })

  it('can run several times at once', async () => {
    const { root, env, out, cached } = setUp()
    putAddonInto(cached)
    const runs = Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, [path.join(root, 'build/install.mjs')], { env })
      const [code] = (await once(child, 'close')) as [number]
      return code
    })
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
    expect(readdirSync(out)).toEqual(readdirSync(built))
    expect(readdirSync(path.join(root, 'out'))).toEqual([target])
  })
})

describe('the hash of the sources', () => {
  it('does not change with the line ends of the checkout', () => {
    const { root } = setUp()
    const before = sourceHash(root)
    const file = path.join(root, 'src', 'addon.cc')
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'))
    expect(sourceHash(root)).toBe(before)
  })

  it.each(['src/state.cc', 'pins.json', 'build/recipe.mjs'])('changes with %s', (name) => {
    const { root } = setUp()
    const before = sourceHash(root)
    writeFileSync(path.join(root, name), `${readFileSync(path.join(root, name), 'utf8')}\n `)
    expect(sourceHash(root)).not.toBe(before)
  })
})

describe('the cache', () => {
  const homeFolder = '/home/anna'
  it.each([
    ['linux', {}, '/home/anna/.cache/rtstt/native'],
    ['linux', { XDG_CACHE_HOME: '/fast' }, '/fast/rtstt/native'],
    ['linux', { RTSTT_NATIVE_CACHE: '/mine' }, '/mine'],
    ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Local\\rtstt\\native'],
  ])('lies on %s with %o in %s', (platform, env, expected) => {
    expect(cacheFolder({ platform, env, homeFolder })).toBe(expected)
  })
})
