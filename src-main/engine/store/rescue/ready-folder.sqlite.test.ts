import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { backupFolder } from '../backup/backup-folder.node.ts'
import { filledStore, fillStore } from '../fixtures/filled-store.ts'
import { openForWriting, unlock } from '../open-database.sqlite.ts'
import { openStore } from '../store.sqlite.ts'
import { damageOf } from './examine.sqlite.ts'
import { readyFolder } from './ready-folder.ts'

const nowMs = Date.parse('2026-03-05T10:00:00.000Z')
const filling = { meetings: 2, segments: 120 }

function setUp(key: Uint8Array | null) {
  const data = mkdtempSync(join(tmpdir(), 'rtstt-rescue-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))
  const here = { data, database: join(data, 'rtstt.sqlite'), key }
  const start = (atMs = nowMs) => {
    const { lock, repair } = readyFolder(here, atMs)
    lock?.[Symbol.dispose]()
    return repair
  }
  const read = () => {
    using store = openStore(here.database, { key })
    return store.meetings.list().map(({ id, title }) => ({
      title,
      texts: store.segments.ofMeeting(id).map(({ text }) => text),
      notes: store.notes.ofMeeting(id).length,
    }))
  }
  /** Writes over bytes of the file. */
  const harm = (at: number, bytes: Uint8Array, path = here.database) => {
    const whole = readFileSync(path)
    whole.set(bytes, at)
    writeFileSync(path, whole)
  }
  const fill = () => copyFileSync(filled(key), here.database)
  return { ...here, fill, start, read, harm, backups: backupFolder({ ...here, key: () => key }) }
}

const made = new Map<string, string>()

/** Filled once, and copied for each test. */
function filled(key: Uint8Array | null): string {
  const name = key === null ? 'plain' : 'keyed'
  const known = made.get(name)
  if (known !== undefined) return known
  const path = join(common, `${name}.sqlite`)
  filledStore(path, key, filling)
  made.set(name, path)
  return path
}

const common = mkdtempSync(join(tmpdir(), 'rtstt-filled-'))
afterAll(() => rmSync(common, { recursive: true, force: true, maxRetries: 5 }))

const keys = [
  ['without a key', null],
  ['with a key', new Uint8Array(32).fill(7)],
] as const

describe.each(keys)('a store %s', (_, key) => {
  it('is opened as it is where nothing is wrong', () => {
    const { start, data, fill } = setUp(key)
    expect(start()).toBeNull()
    fill()
    expect(start()).toBeNull()
    expect(existsSync(join(data, 'damaged'))).toBe(false)
  })

  it('with a broken page keeps what lies on the others, and is set aside byte for byte', () => {
    const { start, read, harm, database, fill } = setUp(key)
    fill()
    start()
    const before = read()
    const pages = statSync(database).size / 4096
    harm(Math.floor(pages * 0.6) * 4096, new Uint8Array(4096).fill(0xa5))
    const harmed = readFileSync(database)
    const repair = start()
    expect(repair?.kind).toBe('damaged')
    expect(readFileSync(join(repair?.folder ?? '', 'rtstt.sqlite'))).toEqual(harmed)
    expect(damageOf(database, key, true)).toBeNull()
    const after = read()
    expect(after.map(({ title }) => title)).toEqual(before.map(({ title }) => title))
    const lost =
      before.flatMap(({ texts }) => texts).length - after.flatMap(({ texts }) => texts).length
    expect(lost).toBeLessThan(60)
    expect(start()).toBeNull()
  })

  it('whose first page is gone is found again by the one that was kept', () => {
    const { start, read, harm, fill } = setUp(key)
    fill()
    start()
    const before = read()
    harm(0, new Uint8Array(4096).fill(0x5a))
    const repair = start()
    expect(repair?.kind).toBe('not_a_database')
    expect(read()).toEqual(before)
  })

  it('that is nothing but noise comes back from its backup', async () => {
    const { start, read, database, backups, fill } = setUp(key)
    fill()
    const before = read()
    const { madeAt } = await backups.make(nowMs)
    writeFileSync(database, Buffer.alloc(100_000, 'noise'))
    const repair = start(nowMs + 1000)
    expect(repair?.backupOf).toBe(madeAt)
    expect(repair?.counts.find(({ table }) => table === 'segment')?.fromBackup).toBe(240)
    expect(read()).toEqual(before)
  })

  it('that lost its end gives what is left, and the rest comes from the backup, nothing twice', async () => {
    const { start, read, database, backups, fill } = setUp(key)
    fill()
    await backups.make(nowMs)
    {
      using store = openStore(database, { key })
      fillStore(store, { meetings: 1, segments: 20, from: 10 })
    }
    const before = read()
    const file = openSync(database, 'r+')
    ftruncateSync(file, Math.floor(statSync(database).size / 2))
    closeSync(file)
    start(nowMs + 1000)
    const after = read()
    const texts = after.flatMap((meeting) => meeting.texts)
    expect(new Set(texts).size).toBe(texts.length)
    const old = before.filter(({ texts: { length } }) => length === 120)
    expect(after.filter(({ texts: { length } }) => length === 120)).toEqual(old)
  })

  it('comes back empty from an empty file only where nothing is known of another one', async () => {
    const { start, read, database, backups, fill } = setUp(key)
    writeFileSync(database, '')
    expect(start()).toBeNull()
    fill()
    await backups.make(nowMs)
    writeFileSync(database, '')
    expect(start(nowMs + 1000)?.kind).toBe('missing')
    expect(read()).toHaveLength(2)
    rmSync(database)
    expect(start(nowMs + 2000)?.kind).toBe('missing')
    expect(read()).toHaveLength(2)
  })

  it('goes back to a backup that was wished for, and keeps what was there as the newest', async () => {
    const { start, read, database, backups, fill } = setUp(key)
    fill()
    const { id } = await backups.make(nowMs)
    {
      using store = openStore(database, { key })
      fillStore(store, { meetings: 1, segments: 3, from: 10 })
    }
    const later = read()
    backups.restore(id)
    start(nowMs + 1000)
    expect(read()).toHaveLength(2)
    expect(backups.restoring()).toBeNull()
    const [present] = backups.list()
    backups.restore(present?.id ?? '')
    start(nowMs + 2000)
    expect(read()).toEqual(later)
    expect(readdirSync(backups.folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('is what it was where a kill left a journal, which only who may write can play back', () => {
    const { start, read, database, fill } = setUp(key)
    fill()
    const before = read()
    const db = new Database(database)
    unlock(db, key)
    db.pragma('journal_mode = DELETE')
    db.pragma('cache_size = 5')
    db.exec(`BEGIN; UPDATE segment SET text = text || ' and more';`)
    const [half, journal] = [readFileSync(database), readFileSync(`${database}-journal`)]
    db.exec('ROLLBACK')
    db.close()
    writeFileSync(database, half)
    writeFileSync(`${database}-journal`, journal)
    expect(start()).toBeNull()
    expect(read()).toEqual(before)
  })

  it('goes back once, also where a kill came between the decision and the wish being forgotten', async () => {
    const { start, read, database, backups, fill } = setUp(key)
    fill()
    const { id } = await backups.make(nowMs)
    const before = read()
    {
      using store = openStore(database, { key })
      fillStore(store, { ...filling, meetings: 1, from: 7 })
    }
    backups.restore(id)
    copyFileSync(join(backups.folder, `${id}.sqlite`), `${database}.restored`)
    start(nowMs + 1000)
    expect(read()).toEqual(before)
    expect(backups.restoring()).toBeNull()
    expect(backups.list().map((one) => one.id)).toEqual([id])
  })

  it('starts as it is where the backup that was wished for has been damaged since', async () => {
    const { start, read, harm, backups, fill } = setUp(key)
    fill()
    const before = read()
    const { id } = await backups.make(nowMs)
    backups.restore(id)
    harm(4096, new Uint8Array(40_000).fill(0xa5), join(backups.folder, `${id}.sqlite`))
    expect(start(nowMs + 1000)).toBeNull()
    expect(read()).toEqual(before)
    expect(backups.restoring()).toBeNull()
  })

  it('goes back to a backup also where only a page deep in it is broken, which no quick look meets', async () => {
    const { start, read, harm, database, backups, fill } = setUp(key)
    fill()
    const pages = statSync(database).size / 4096
    {
      using store = openStore(database, { key })
      store.settings.write('large', 'a'.repeat(17 * 1024 ** 2))
    }
    expect(statSync(database).size).toBeGreaterThan(16 * 1024 ** 2)
    const { id } = await backups.make(nowMs)
    const before = read()
    harm(Math.floor(pages * 0.6) * 4096, new Uint8Array(4096).fill(0xa5))
    backups.restore(id)
    expect(start(nowMs + 1000)?.kind).toBe('damaged')
    expect(read()).toEqual(before)
    expect(backups.restoring()).toBeNull()
  })

  it('is looked at more closely behind a log: one that was cut off leaves rows that refer to nothing', () => {
    const { start, read, database, fill } = setUp(key)
    fill()
    const before = read()
    const log = `${database}-wal`
    const db = openForWriting(database, key)
    db.pragma('foreign_keys = OFF')
    db.exec(
      `UPDATE segment SET meeting_id = 'nobody' WHERE number = (SELECT max(number) FROM segment)`,
    )
    const [kept, written] = [readFileSync(database), readFileSync(log)]
    db.close()
    writeFileSync(database, kept)
    writeFileSync(log, written)
    expect(start()?.kind).toBe('damaged')
    using store = openStore(database, { key })
    expect(store.meetings.list().length).toBeGreaterThanOrEqual(before.length)
    const again = openForWriting(database, key)
    expect(again.pragma('foreign_key_check')).toEqual([])
    again.close()
    expect(start()).toBeNull()
  })
})
