import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keyFiles, keysFolder } from './key-file.node.ts'
import { openRing, type RingWishes } from './open-ring.node.ts'

function setUp() {
  const root = mkdtempSync(join(tmpdir(), 'rtstt-ring-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))
  const keys = join(root, 'keys')
  const open = (wishes: Partial<RingWishes> = {}) =>
    openRing({
      folder: root,
      keeping: keyFiles(keys),
      passphrase: null,
      words: null,
      nowMs: () => 0,
      database: null,
      alone: (work) => work(),
      ...wishes,
    })
  return { root, keys, open, elsewhere: keyFiles(join(root, 'elsewhere')) }
}

const locked = (sentence: RegExp) =>
  expect.objectContaining({
    name: 'AppError',
    code: 'data_locked',
    message: expect.stringMatching(sentence) as unknown,
  })

describe('a key ring', () => {
  it('is made once, and gives the same keys from then on', () => {
    const { open } = setUp()
    const [first, again] = [open(), open()]
    expect(first.database.key).toHaveLength(32)
    expect(again.database.key).toEqual(first.database.key)
    const wrapped = first.keys.wrap(Buffer.from('a key'), 'a meeting')
    expect(again.keys.unwrap(wrapped, 'a meeting')).toEqual(Buffer.from('a key'))
    expect(again.keys.unwrap(wrapped, 'another meeting')).toBeNull()
    expect(setUp().open().keys.unwrap(wrapped, 'a meeting')).toBeNull()
  })

  it('that could not be written locks nothing by its new keys, which nobody would have at the next start', () => {
    const { root, open } = setUp()
    const ring = open()
    const draft = join(root, `keys.json.${process.pid}.tmp`)
    mkdirSync(draft)
    expect(() => ring.rotate(null)).toThrow(draft)
    rmSync(draft, { recursive: true })
    const wrapped = ring.keys.wrap(Buffer.from('a key'), 'a meeting')
    expect(open().keys.unwrap(wrapped, 'a meeting')).toEqual(Buffer.from('a key'))
    expect(ring.database.key).toEqual(open().database.key)
  })

  it.skipIf(process.platform === 'win32')('lies in files that only its owner can read', () => {
    const { root, keys, open } = setUp()
    open()
    const modeOf = (path: string): number => statSync(path).mode & 0o777
    expect(modeOf(keys)).toBe(0o700)
    const [keyFile = ''] = readdirSync(keys)
    expect(modeOf(join(keys, keyFile))).toBe(0o600)
    expect(modeOf(join(root, 'keys.json'))).toBe(0o600)
  })

  it('opens nowhere else without what a person knows', () => {
    const { open, elsewhere } = setUp()
    open()
    expect(() => open({ keeping: elsewhere })).toThrow(locked(/another computer/))
  })

  it.skipIf(process.platform === 'win32')('is not opened by a key that others can read', () => {
    const { keys, open } = setUp()
    open()
    const [keyFile = ''] = readdirSync(keys)
    chmodSync(join(keys, keyFile), 0o644)
    expect(() => open()).toThrow(locked(/chmod 600/))
  })

  it('is told when it is damaged, and its copy is taken first', () => {
    const { root, open } = setUp()
    const { database } = open()
    writeFileSync(join(root, 'keys.json'), '{"version":1')
    expect(open().database.key).toEqual(database.key)
    writeFileSync(join(root, 'keys.copy.json'), 'rubbish')
    expect(() => open()).toThrow(locked(/damaged/))
  })

  it('is never made anew over a database that it would leave unreadable', () => {
    const { root, open } = setUp()
    expect(() => open({ database: 'encrypted' })).toThrow(locked(/missing/))
    expect(readdirSync(root)).toEqual([])
  })

  it('of a newer program is refused as newer', () => {
    const { root, open } = setUp()
    for (const name of ['keys.json', 'keys.copy.json'])
      writeFileSync(join(root, name), '{"version": 2}')
    expect(() => open()).toThrow(expect.objectContaining({ code: 'data_newer' }))
  })

  it('holds no key in the open', () => {
    const { root, open } = setUp()
    const { database } = open()
    const text = readFileSync(join(root, 'keys.json'), 'utf8')
    expect(text).not.toContain(Buffer.from(database.key).toString('base64'))
  })
})

it.each([
  ['linux', { XDG_CONFIG_HOME: '/set' }, join('/set', 'rtstt', 'keys')],
  ['darwin', {}, join('Library', 'Application Support', 'RTSTT keys')],
  ['win32', { LOCALAPPDATA: join('/local') }, join('/local', 'RTSTT keys')],
  ['linux', { RTSTT_KEYS: '/named', XDG_CONFIG_HOME: '/set' }, '/named'],
] as const)('keeps key files on %s with the settings of a person', (platform, env, place) => {
  expect(keysFolder(env, platform)).toMatch(new RegExp(`${place.replaceAll('\\', '\\\\')}$`))
})
