/** Stores as every version of the schema left them, opened by this one. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3-multiple-ciphers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ImportId, InsightId, MeetingId, NoteId, RefusalId, SegmentId } from '#contract/ids.ts'
import { ids, rowsOfVersions } from './fixtures/rows-of-versions.ts'
import { storeOfVersion, versionFile } from './fixtures/store-of-version.sqlite.ts'
import { schemaVersion } from './migrate.sqlite.ts'
import { migrations } from './migrations.ts'
import { RECOGNITION, REFINING } from './reader-positions.ts'
import type { Store } from './store.ts'
import { openStore } from './store.sqlite.ts'

const meeting = MeetingId.parse(ids.meeting)
const imported = MeetingId.parse(ids.imported)
const first = SegmentId.parse(ids.first)
const second = SegmentId.parse(ids.second)
const versions = migrations.map((_, index) => index + 1)

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-versions-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return { path: join(folder, 'rtstt.sqlite') }
}

function kept(version: number): string {
  const { path } = setUp()
  writeFileSync(path, gunzipSync(readFileSync(versionFile(version))))
  return path
}

/** What must be read of a store, from the version on that could keep it. */
const readings: ReadonlyArray<readonly [since: number, (store: Store) => void]> = [
  [1, readsMeetings],
  [1, readsText],
  [2, ({ meetings }) => expect(meetings.vocabulary(meeting)).toEqual(['billing system', 'Anna'])],
  [
    3,
    ({ refusals, refinings }) => {
      expect(refusals.read(RefusalId.parse(ids.refusal))?.text).toBe('Thanks for watching!')
      expect(refinings.all()).toMatchObject([{ meetingId: imported, extent: 'whole' }])
    },
  ],
  [
    4,
    ({ insights }) => {
      expect(insights.ofMeeting(meeting)).toMatchObject([{ text: 'Send the invoice', done: true }])
      expect(insights.ofKind('action')[0]?.insight.id).toBe(InsightId.parse(ids.insight))
      expect(insights.understanding(meeting)?.readMs).toBe(2500)
    },
  ],
  [
    5,
    ({ summaries, summaryNotes }) => {
      expect(summaries.latest(meeting)?.summary.sections[0]?.title).toBe('Actions')
      expect(summaryNotes.read(meeting, 'print')).toEqual({ points: [] })
    },
  ],
  [
    8,
    ({ meetings, trash, imports, joinings }) => {
      expect(meetings.read(meeting)).toMatchObject({ folder: 'Work', tags: ['invoices'] })
      expect(trash.list().map(({ deletedAtMs }) => deletedAtMs)).toEqual([1772800000000])
      expect(imports.read(ImportId.parse(ids.import))?.failure?.code).toBe('disk_full')
      expect(joinings.unfinished()).toHaveLength(1)
    },
  ],
  [
    9,
    ({ edits }) => expect(edits.next(meeting, 'undo')?.change).toMatchObject({ about: 'speaker' }),
  ],
  [
    10,
    ({ notes }) => {
      expect(notes.read(NoteId.parse(ids.note))?.text).toBe('Ask about the cinnamon')
    },
  ],
  [11, ({ retention }) => expect(retention.exempted()).toEqual([meeting])],
]

function readsMeetings({ meetings, trash, positions, revisions, settings }: Store): void {
  const all = [...meetings.list(), ...trash.list().map((deleted) => deleted.meeting)]
  const told = all.map(({ id, title, state, unreadMs }) => [id, title, state, unreadMs])
  expect(new Set(told)).toEqual(
    new Set([
      [meeting, 'Weekly planning', 'done', 0],
      [imported, 'Riunione', 'interrupted', 5000],
    ]),
  )
  expect(meetings.source(imported)).toMatchObject({ kind: 'file', channels: 'mix' })
  expect(positions.read(meeting, 'them', RECOGNITION)).toBe(48_000)
  expect(positions.read(meeting, 'them', REFINING)).toBe(0)
  expect(revisions.ofMeeting(meeting)[0]).toMatchObject({ what: 'title', after: 'Weekly planning' })
  expect(settings.read('vocabulary')).toEqual(['Zanzibar'])
}

function readsText({ segments, search }: Store): void {
  expect(
    segments
      .ofMeeting(meeting)
      .map(({ id, text, status, words }) => [id, text, status, words.length]),
  ).toEqual([
    [first, 'Hello there.', 'committed', 2],
    [second, 'I will send the invoice on Friday, perché no?', 'final', 1],
  ])
  expect(search.find('perche', 5)).toHaveLength(1)
}

it('keeps a store of every version, and rows for it', () => {
  const files = readdirSync(dirname(versionFile(1)))
  expect(files.toSorted()).toEqual(versions.map((n) => `${String(n).padStart(2, '0')}.sqlite.gz`))
  expect(rowsOfVersions).toHaveLength(migrations.length)
})

describe.each(versions)('a store of version %i', (version) => {
  it('is read in full by the newest, and is whole', () => {
    const path = kept(version)
    {
      using store = openStore(path)
      for (const [since, reads] of readings) if (version >= since) reads(store)
      expect(store.version.schema).toBe(migrations.length)
    }
    const db = new Database(path, { readonly: true })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    db.close()
  })

  it('has a row in every table of its time, and the schema that its migrations still make', () => {
    const db = new Database(kept(version), { readonly: true })
    const { path } = setUp()
    storeOfVersion(path, version)
    const made = new Database(path)
    expect(schemaVersion(db)).toBe(version)
    expect(schemaOf(db)).toEqual(schemaOf(made))
    const empty = schemaOf(db).filter(
      ({ type, name }) =>
        type === 'table' && db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() === 0,
    )
    expect(empty.map(({ name }) => name).filter((name) => name !== 'sqlite_sequence')).toEqual([])
    db.close()
    made.close()
  })
})

interface Made {
  readonly type: string
  readonly name: string
  readonly sql: string | null
}

function schemaOf(db: Database.Database): Made[] {
  return db.prepare<[], Made>('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
}
