import { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { type MeetingState, Source, type Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { described, fromRow, type MeetingRow, meetingRows, toName } from './meeting-rows.ts'
import type { Meetings, NewMeeting, StoredTrack } from './meetings.ts'
import type { Db } from './open-database.sqlite.ts'
import { lostTitle } from './rescue/settle-references.sqlite.ts'
import type { Revisions } from './revisions.ts'
import type { Segments } from './segments.ts'
import { errorCode } from './storage-errors.ts'

const Terms = z.array(z.string())

interface NewRow {
  readonly id: MeetingId
  readonly title: string
  readonly started_at: number
  readonly language: string
  readonly model: string
  readonly source: string | null
  readonly vocabulary: string
}

/** Not in the trash. */
const seen = 'deleted_at IS NULL'

export function sqliteMeetings(db: Db, segments: Segments, revisions: Revisions): Meetings {
  const newest = 'ORDER BY started_at DESC, rowid DESC'
  const all = db.prepare<[], MeetingRow>(`${meetingRows} WHERE ${seen} ${newest}`)
  const names = db.prepare<[], Pick<MeetingRow, 'id' | 'title' | 'started_at'>>(
    `SELECT id, title, started_at FROM meeting WHERE ${seen} ${newest}`,
  )
  const languages = db
    .prepare<[], string>(`SELECT DISTINCT language FROM meeting WHERE ${seen}`)
    .pluck()
  const one = db.prepare<[MeetingId], MeetingRow>(`${meetingRows} WHERE id = ? AND ${seen}`)
  const latest = db
    .prepare<[], MeetingId>(`SELECT id FROM meeting WHERE ${seen} ${newest} LIMIT 1`)
    .pluck()
  const withState = db
    .prepare<[MeetingState], MeetingId>(
      `SELECT id FROM meeting WHERE state = ? AND ${seen} ${newest}`,
    )
    .pluck()
  const withoutBeginning = db
    .prepare<[string], MeetingId>('SELECT id FROM meeting WHERE started_at = 0 AND title = ?')
    .pluck()
  const source = db
    .prepare<[MeetingId], string | null>('SELECT source FROM meeting WHERE id = ?')
    .pluck()
  const vocabulary = db
    .prepare<[MeetingId], string>('SELECT vocabulary FROM meeting WHERE id = ?')
    .pluck()
  const tracks = db.prepare<[MeetingId], StoredTrack>(
    'SELECT name, samples FROM track WHERE meeting_id = ? ORDER BY position',
  )

  return {
    ...writes(db, revisions),
    list: () => all.all().map(fromRow),
    names: () => names.all().map(toName),
    languages: () => languages.all(),
    read(id) {
      const row = one.get(id)
      return row ? fromRow(row) : null
    },
    // One transaction, so that the text belongs to the length that is told with it.
    transcript: db.transaction((id: MeetingId): Transcript | null => {
      const row = one.get(id)
      if (!row) return null
      const names = tracks.all(id).map(({ name }) => ({ name, account: null }))
      return { ...described(row), tracks: names, segments: segments.ofMeeting(id) }
    }),
    tracks: (id) => tracks.all(id),
    source(id) {
      const json = source.get(id) ?? null
      return json === null ? null : Source.parse(JSON.parse(json))
    },
    vocabulary: (id) => Terms.parse(JSON.parse(vocabulary.get(id) ?? '[]')),
    withState: (state) => withState.all(state),
    latest: () => latest.get() ?? null,
    withoutBeginning: () => withoutBeginning.all(lostTitle),
  }
}

type Writes =
  | 'create'
  | 'grow'
  | 'setState'
  | 'setLanguage'
  | 'rename'
  | 'begin'
  | 'delete'
  | 'erase'
  | 'forget'

function writes(db: Db, revisions: Revisions): Pick<Meetings, Writes> {
  const insert = db.prepare<NewRow>(`
    INSERT INTO meeting (id, title, started_at, language, model, state, source, vocabulary)
    VALUES (@id, @title, @started_at, @language, @model, 'live', @source, @vocabulary)`)
  const addTrack = db.prepare<[MeetingId, TrackName, number]>(
    'INSERT INTO track (meeting_id, name, position) VALUES (?, ?, ?)',
  )
  const grow = db.prepare<[number, MeetingId, TrackName]>(
    'UPDATE track SET samples = ? WHERE meeting_id = ? AND name = ?',
  )
  const setState = db.prepare<[MeetingState, MeetingId]>(
    'UPDATE meeting SET state = ? WHERE id = ?',
  )
  const setLanguage = db.prepare<[string, MeetingId]>(
    'UPDATE meeting SET language = ? WHERE id = ?',
  )
  const setBeginning = db.prepare<[number, string, MeetingId]>(
    'UPDATE meeting SET started_at = ?, title = ? WHERE id = ?',
  )
  const setTitle = db.prepare<[string, MeetingId]>('UPDATE meeting SET title = ? WHERE id = ?')
  const title = db
    .prepare<[MeetingId], string>(`SELECT title FROM meeting WHERE id = ? AND ${seen}`)
    .pluck()
  const remove = db.prepare<[MeetingId]>('DELETE FROM meeting WHERE id = ?')

  const create = db.transaction((meeting: NewMeeting): void => {
    insert.run(toRow(meeting))
    for (const [position, name] of meeting.tracks.entries())
      addTrack.run(meeting.id, name, position)
  })
  const rename = db.transaction((id: MeetingId, after: string, atMs: number): void => {
    const before = title.get(id)
    if (before === undefined) throw notFound()
    setTitle.run(after, id)
    revisions.add(id, { segmentId: null, what: 'title', author: 'person', atMs, before, after })
  })

  return {
    create: (meeting) => create.immediate(meeting),
    grow: (id, track, samples) => requireOne(grow.run(samples, id, track)),
    setState: (id, state) => requireOne(setState.run(state, id)),
    setLanguage: (id, language) => requireOne(setLanguage.run(language, id)),
    rename: (id, after, atMs) => rename.immediate(id, after, atMs),
    begin: (id, startedAtMs, after) => requireOne(setBeginning.run(startedAtMs, after, id)),
    delete(id) {
      requireOne(remove.run(id))
      forgetDeleted(db)
    },
    erase: (id) => void remove.run(id),
    forget: () => forgetDeleted(db),
  }
}

/**
 * The search index keeps deleted words until it is merged, and the log until it is emptied. When
 * other programs are reading, the log is emptied a little later. Merging needs room for a moment: on
 * a full disk the meeting is deleted all the same, and the next deletion merges.
 */
function forgetDeleted(db: Db): void {
  const alone = !db.inTransaction
  try {
    db.exec(`INSERT INTO segment_text (segment_text) VALUES ('optimize')`)
    db.exec(`INSERT INTO meeting_note_text (meeting_note_text) VALUES ('optimize')`)
    if (alone) db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (!alone || errorCode(error) !== 'SQLITE_FULL') throw error
  }
}

/** Another program may have deleted the meeting meanwhile. */
function requireOne({ changes }: { readonly changes: number }): void {
  if (changes === 0) throw notFound()
}

function notFound(): AppError {
  return new AppError('not_found', 'There is no such meeting. It may have been deleted.')
}

function toRow({ id, title, startedAtMs, language, model, ...rest }: NewMeeting): NewRow {
  const source = rest.source === null ? null : JSON.stringify(rest.source)
  const vocabulary = JSON.stringify(rest.vocabulary)
  return { id, title, started_at: startedAtMs, language, model, source, vocabulary }
}
