/** A store as the first released version left it, opened by this one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import { migrate } from './migrate.sqlite.ts'
import { migrations } from './migrations.ts'
import { RECOGNITION, REFINING } from './reader-positions.ts'
import { openStore } from './store.sqlite.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const segmentId = SegmentId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')

function firstVersion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-first-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const path = join(folder, 'rtstt.sqlite')
  const db = new Database(path)
  migrate(db, migrations.slice(0, 1))
  db.exec(`
    INSERT INTO meeting VALUES ('${meetingId}', 'Old', 5, 'en', 'tiny', 'done', NULL);
    INSERT INTO track VALUES ('${meetingId}', 'me', 0, 16000);
    INSERT INTO segment VALUES (1, '${segmentId}', '${meetingId}', 'me', NULL, 0, 900, 'hello there', 'committed');
    INSERT INTO word VALUES (1, 0, 'hello', 0, 400, 0.5), (1, 1, 'there', 400, 900, 0.25);
    INSERT INTO revision VALUES (1, '${meetingId}', NULL, 'title', 'person', 6, 'New', 'Old');
    INSERT INTO reader_position VALUES ('${meetingId}', 'me', 'recognition', 16000);
    INSERT INTO setting VALUES ('model', '"tiny"');`)
  db.close()
  return path
}

it('opens a store of the first version with everything in it, ready for what is new', () => {
  using store = openStore(firstVersion())
  expect(store.version.schema).toBe(migrations.length)
  expect(store.meetings.read(meetingId)).toMatchObject({ title: 'Old', unreadMs: 0 })
  const [segment] = store.segments.ofMeeting(meetingId)
  expect(segment).toMatchObject({ id: segmentId, text: 'hello there', status: 'committed' })
  expect(segment?.words.map(({ text }) => text)).toEqual(['hello', 'there'])
  expect(store.search.find('there', 5)).toHaveLength(1)
  expect(store.revisions.ofMeeting(meetingId)).toHaveLength(1)
  expect(store.positions.read(meetingId, 'me', RECOGNITION)).toBe(16_000)
  expect(store.settings.read('model')).toBe('tiny')

  expect(store.positions.read(meetingId, 'me', REFINING)).toBe(0)
  expect(store.refusals.ofMeeting(meetingId)).toEqual([])
  expect(store.segments.written(meetingId)).toEqual(new Set())
  if (segment) store.segments.write(meetingId, { ...segment, text: 'Hello there.' }, 7)
  expect(store.segments.written(meetingId)).toEqual(new Set([segmentId]))
  expect(store.refinings.all()).toEqual([])
})
