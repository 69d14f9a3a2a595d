import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { begin, spoken, upTo } from './fixtures/spoken.ts'
import { type DatabaseKeys, databaseKind, settleDatabase } from './settle-database.sqlite.ts'
import { openStore } from './store.sqlite.ts'

const phrase = 'the heron crosses the weir'

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-settle-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const path = join(folder, 'rtstt.sqlite')
  const fill = (key: Uint8Array | null) => {
    const store = openStore(path, { key })
    const id = begin(store)
    store.segments.commit(id, [spoken(0, phrase)], upTo(1))
    return { store, id }
  }
  const found = (key: Uint8Array | null): number => {
    using store = openStore(path, { key })
    return store.search.find('heron', 5).length
  }
  return { path, fill, found, folder }
}

function keys(before: 'plain' | Uint8Array | null = null) {
  const told: string[] = []
  const database: DatabaseKeys = {
    key: randomBytes(32),
    before: () => before,
    converting: () => void told.push('converting'),
    converted: () => void told.push('converted'),
  }
  return { ...database, told }
}

it('encrypts a plain database where it lies, with all that it holds', () => {
  const { path, fill, found } = setUp()
  fill(null).store[Symbol.dispose]()
  expect(databaseKind(path)).toBe('plain')
  const ours = keys()
  const key = settleDatabase(path, ours)
  expect(key).toBe(ours.key)
  expect(ours.told).toEqual(['converting', 'converted'])
  expect(databaseKind(path)).toBe('encrypted')
  expect(readFileSync(path).includes(phrase)).toBe(false)
  expect(found(key)).toBe(1)
  expect(() => found(null)).toThrow(expect.objectContaining({ code: 'data_broken' }))
})

it('leaves a database as it is while another program has it open', () => {
  const { path, fill, found } = setUp()
  const { store } = fill(null)
  const ours = keys()
  expect(settleDatabase(path, ours)).toBeNull()
  expect(ours.told).toEqual([])
  expect(store.search.find('heron', 5)).toHaveLength(1)
  store[Symbol.dispose]()
  expect(settleDatabase(path, ours)).toBe(ours.key)
  expect(found(ours.key)).toBe(1)
})

it('goes on from an earlier key to the new one, and notices when that was done', () => {
  const { path, fill, found } = setUp()
  const earlier = randomBytes(32)
  fill(earlier).store[Symbol.dispose]()
  const ours = keys(earlier)
  expect(settleDatabase(path, ours)).toBe(ours.key)
  expect(found(ours.key)).toBe(1)
  expect(settleDatabase(path, ours)).toBe(ours.key)
  expect(ours.told).toEqual(['converted', 'converted'])
})

it.each([
  ['plain', null],
  ['kept by an earlier key', randomBytes(32)],
])('opens a database that was %s by its new key, also where that cannot be noted', (_, earlier) => {
  const { path, fill, found } = setUp()
  fill(earlier).store[Symbol.dispose]()
  const ours: DatabaseKeys = {
    ...keys(earlier ?? 'plain'),
    converted() {
      throw new Error('The disk is full.')
    },
  }
  for (const start of ['first', 'second']) {
    expect([start, settleDatabase(path, ours)]).toEqual([start, ours.key])
    expect(found(ours.key)).toBe(1)
  }
})

it('touches neither the database of another program nor what is none', () => {
  const { path } = setUp()
  for (const content of ['', 'These are only words. '.repeat(300)]) {
    writeFileSync(path, content)
    expect(databaseKind(path)).toBe(content === '' ? null : 'unknown')
    const [ours, fromBefore] = [keys(), keys('plain')]
    expect(settleDatabase(path, ours)).toBe(ours.key)
    expect(settleDatabase(path, fromBefore)).toBe(content === '' ? fromBefore.key : null)
    expect(readFileSync(path, 'utf8')).toBe(content)
  }
})

it.skipIf(process.platform === 'win32')(
  'keeps the database and its log for its owner alone',
  () => {
    const { path, fill } = setUp()
    const { store } = fill(randomBytes(32))
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o777).toBe(0o600)
    store[Symbol.dispose]()
  },
)
