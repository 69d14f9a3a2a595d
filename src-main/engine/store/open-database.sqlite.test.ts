import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { begin, spoken, upTo } from './fixtures/spoken.ts'
import { migrate, requireOurs, schemaVersion } from './migrate.sqlite.ts'
import { migrations } from './migrations.ts'
import { openForReading, openForWriting } from './open-database.sqlite.ts'
import { openStore } from './store.sqlite.ts'

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const path = join(folder, 'rtstt.db')
  const change = (sql: string) => {
    const db = new Database(path)
    db.exec(sql)
    db.close()
  }
  return { folder, path, change }
}

const failure = (code: string) => expect.objectContaining({ name: 'AppError', code })

describe('opening', () => {
  it('makes the folder and the newest schema where nothing is', () => {
    const { folder } = setUp()
    using store = openStore(join(folder, 'new', 'deep', 'rtstt.db'))
    expect(store.version.schema).toBe(migrations.length)
    expect(store.version.sqlite).toMatch(/^3\./)
    expect(store.readOnly).toBe(false)
    expect(store.meetings.list()).toEqual([])
  })

  it('finds everything again', () => {
    const { path } = setUp()
    const segment = spoken(0, 'hello again')
    let id
    {
      using store = openStore(path)
      id = begin(store)
      store.segments.commit(id, [segment], upTo(1))
    }
    using store = openStore(path)
    expect(store.segments.ofMeeting(id)).toEqual([segment])
    expect(store.search.find('hello', 5)).toHaveLength(1)
  })

  it('has a commit on the disk before it is reported', () => {
    const { path } = setUp()
    const db = openForWriting(path)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })

  it('takes an empty file for a new store', () => {
    const { path } = setUp()
    writeFileSync(path, '')
    using store = openStore(path)
    expect(store.meetings.list()).toEqual([])
  })

  it.each(['write', 'read'] as const)(
    'to %s refuses a newer schema and leaves it alone',
    (mode) => {
      const { path, change } = setUp()
      openStore(path)[Symbol.dispose]()
      change(`PRAGMA user_version = ${migrations.length + 1}`)
      const before = readFileSync(path)
      expect(() => openStore(path, { mode })).toThrow(failure('data_newer'))
      expect(readFileSync(path)).toEqual(before)
    },
  )

  it.each(['write', 'read'] as const)('to %s refuses a file that is not a database', (mode) => {
    const { path } = setUp()
    writeFileSync(path, 'These are only words. '.repeat(300))
    expect(() => openStore(path, { mode })).toThrow(failure('data_broken'))
  })

  it('refuses the database of another program and leaves it alone', () => {
    const { path, change } = setUp()
    change('CREATE TABLE theirs (x); PRAGMA user_version = 3')
    const before = readFileSync(path)
    expect(() => openStore(path)).toThrow(failure('data_broken'))
    expect(readFileSync(path)).toEqual(before)
  })

  it('says that a damaged database is damaged, at the latest when it is read', () => {
    const { path } = setUp()
    {
      using store = openStore(path)
      const id = begin(store)
      const words = (second: number) => spoken(second, `words to fill ${second} pages`)
      store.segments.commit(
        id,
        Array.from({ length: 400 }, (_, second) => words(second)),
        upTo(400),
      )
    }
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xa5, 4096))
    expect(() => {
      using store = openStore(path)
      store.meetings.list()
    }).toThrow(failure('data_broken'))
  })

  it('tells whoever wants to know that a page cannot be read, each time that it is met', () => {
    const { path } = setUp()
    {
      using store = openStore(path)
      const id = begin(store)
      store.segments.commit(
        id,
        Array.from({ length: 400 }, (_, second) => spoken(second, `words of ${second}`)),
        upTo(400),
      )
    }
    const found: string[] = []
    using store = openStore(path, { damaged: () => found.push('damage') })
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xa5, 4096 * 20))
    const id = store.meetings.latest()
    expect(() => id && store.segments.ofMeeting(id)).toThrow(failure('data_broken'))
    expect(found).toEqual(['damage'])
  })

  it('says that a folder stands where the database should be', () => {
    const { folder } = setUp()
    expect(() => openStore(folder)).toThrow(failure('data_read_only'))
  })

  describe.each(['write', 'read'] as const)(
    'to %s where a file stands for the data folder',
    (mode) => {
      it.each([
        ['itself', []],
        ['or for one above it', ['deep', 'deeper']],
      ])('%s asks for another folder, without naming the path', (_, below) => {
        const { folder } = setUp()
        const file = join(folder, 'some.wav')
        writeFileSync(file, 'sound')
        const open = () => openStore(join(file, ...below, 'rtstt.db'), { mode })
        expect(open).toThrow(failure('invalid_input'))
        expect(open).toThrow(/^[^/\\]*is a file, not a folder\. Choose another data folder\.$/)
        expect(readFileSync(file, 'utf8')).toBe('sound')
      })
    },
  )

  // Root may write to any file.
  it.skipIf(process.getuid?.() === 0)('notices at once that the file may only be read', () => {
    const { path } = setUp()
    openStore(path)[Symbol.dispose]()
    chmodSync(path, 0o444)
    onTestFinished(() => chmodSync(path, 0o644))
    expect(() => openStore(path)).toThrow(failure('data_read_only'))
    using store = openStore(path, { mode: 'read' })
    expect(store.readOnly).toBe(true)
  })
})

describe('opening for reading only', () => {
  it('cannot write', () => {
    const { path } = setUp()
    openStore(path)[Symbol.dispose]()
    const db = openForReading(path)
    expect(() => db.exec(`INSERT INTO setting VALUES ('a', '1')`)).toThrow(/readonly/)
    db.close()
  })

  it('says that there is nothing yet', () => {
    const { path } = setUp()
    expect(() => openForReading(path)).toThrow(failure('data_read_only'))
    expect(existsSync(path)).toBe(false)
  })

  it('refuses an older schema, which it cannot bring up to date', () => {
    const { path, change } = setUp()
    openStore(path)[Symbol.dispose]()
    change('PRAGMA user_version = 0')
    expect(() => openForReading(path)).toThrow(failure('data_read_only'))
  })
})

it('leaves nothing of a deleted meeting in its files, and all of the others', () => {
  const { folder, path } = setUp()
  using store = openStore(path)
  const [kept, deleted] = [begin(store, 'Kept'), begin(store, 'Vanishing')]
  for (let second = 0; second < 100; second += 1) {
    store.segments.commit(kept, [spoken(second, `ordinary words ${second}`)], upTo(second + 1))
    store.segments.commit(deleted, [spoken(second, `confidential ${second}`)], upTo(second + 1))
  }
  const files = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  expect(files().join('')).toMatch(/confidential/)
  store.meetings.delete(deleted)
  expect(files().join('')).not.toMatch(/confidential|Vanishing/)
  expect(store.search.find('ordinary', 500)).toHaveLength(100)
})

describe('a disk that is full', () => {
  it('is told in words, keeps what was there, and goes on when there is room', () => {
    const { path } = setUp()
    {
      using store = openStore(path)
      store.segments.commit(begin(store), [spoken(0, 'kept')], upTo(1))
    }
    // SQLite answers at its own limit of size exactly as it answers when the disk has no room.
    const db = openForWriting(path)
    const pages = db.pragma('page_count', { simple: true })
    db.pragma(`max_page_count = ${String(pages)}`)
    const fill = db.prepare(`INSERT INTO setting VALUES ('big', ?)`)
    expect(() => fill.run('x'.repeat(100_000))).toThrow(
      expect.objectContaining({ code: 'SQLITE_FULL' }),
    )
    db.close()
    using store = openStore(path)
    expect(store.search.find('kept', 5)).toHaveLength(1)
    store.settings.write('big', 'x'.repeat(100_000))
  })
})

describe('migrations', () => {
  it('run one after the other, each in a transaction of its own', () => {
    const db = new Database(':memory:')
    const steps = ['CREATE TABLE a (x TEXT) STRICT', `INSERT INTO a VALUES ('old')`]
    migrate(db, steps.slice(0, 1))
    expect(schemaVersion(db)).toBe(1)
    migrate(db, steps)
    migrate(db, steps)
    expect(schemaVersion(db)).toBe(2)
    expect(db.prepare('SELECT count(*) FROM a').pluck().get()).toBe(1)
    expect(() => migrate(db, [...steps, 'DELETE FROM a; CREATE TABLE a (x)'])).toThrow(
      /already exists/,
    )
    expect(schemaVersion(db)).toBe(2)
    expect(db.prepare('SELECT count(*) FROM a').pluck().get()).toBe(1)
  })

  it('leave a database that is known as ours', () => {
    const db = new Database(':memory:')
    expect(() => requireOurs(db)).not.toThrow()
    migrate(db)
    expect(() => requireOurs(db)).not.toThrow()
    expect(() => requireOurs(db, migrations.length - 1)).toThrow(failure('data_newer'))
  })

  it('make only tables that check their types', () => {
    const db = openForWriting(':memory:')
    const loose = db
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
        AND schema = 'main' AND name NOT LIKE 'sqlite_%'`)
      .pluck()
      .all()
    expect(loose).toEqual([])
  })

  it('make revisions that nobody can change', () => {
    const db = openForWriting(':memory:')
    db.exec(`
      INSERT INTO meeting (id, title, started_at, language, model, state) VALUES ('m', 't', 0, 'en', 'x', 'done');
      INSERT INTO revision (number, meeting_id, segment_id, what, author, at, before, after) VALUES (1, 'm', NULL, 'title', 'person', 0, 'a', 'b')`)
    expect(() => db.exec(`UPDATE revision SET before = 'c'`)).toThrow(/never changed/)
  })
})

describe('a database with a key', () => {
  const key = new Uint8Array(32).fill(7)

  it('is read with it and not without it, and its pages and its log hold nothing that can be read', () => {
    const { path } = setUp()
    const db = openForWriting(path, key)
    db.prepare("INSERT INTO setting (key, value) VALUES ('planted', 'zanzibar')").run()
    for (const name of [path, `${path}-wal`])
      expect(readFileSync(name).includes('zanzibar')).toBe(false)
    db.close()
    expect(readFileSync(path).includes('SQLite format 3')).toBe(false)
    expect(() => openForWriting(path)).toThrow(failure('data_broken'))
    expect(() => openForWriting(path, key.with(0, 8))).toThrow(failure('data_broken'))
    const again = openForReading(path, key)
    expect(again.prepare("SELECT value FROM setting WHERE key = 'planted'").pluck().get()).toBe(
      'zanzibar',
    )
    again.close()
  })
})
