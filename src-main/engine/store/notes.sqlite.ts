import type { NoteHit } from '#contract/ask.ts'
import type { MeetingId, NoteId } from '#contract/ids.ts'
import type { Note, NoteKind } from '#contract/note.ts'
import type { Notes } from './notes.ts'
import type { Db } from './open-database.sqlite.ts'
import { searchExpression } from './search-expression.ts'
import { type FilterRow, filterRow, meetingPasses } from './search-filters.sqlite.ts'

interface Row {
  readonly id: NoteId
  readonly meeting_id: MeetingId
  readonly kind: NoteKind
  readonly at_ms: number
  readonly text: string
}

interface HitRow extends Row {
  readonly title: string
  readonly started_at: number
  readonly snippet: string
}

type Walk = FilterRow & { readonly expression: string; readonly limit: number }

/** Words around a match. */
const snippetWords = 24

const columns =
  'meeting_note.id, meeting_note.meeting_id, meeting_note.kind, meeting_note.at_ms, meeting_note.text'

export function sqliteNotes(db: Db): Notes {
  const insert = db.prepare<Row>(`
    INSERT INTO meeting_note (id, meeting_id, kind, at_ms, text)
    VALUES (@id, @meeting_id, @kind, @at_ms, @text)`)
  const same = db.prepare<Omit<Row, 'id'>, Row>(`
    SELECT ${columns} FROM meeting_note
    WHERE meeting_id = @meeting_id AND at_ms = @at_ms AND kind = @kind AND text = @text`)
  const one = db.prepare<[NoteId], Row>(`SELECT ${columns} FROM meeting_note WHERE id = ?`)
  const change = db.prepare<[string, NoteId]>('UPDATE meeting_note SET text = ? WHERE id = ?')
  const remove = db.prepare<[NoteId]>('DELETE FROM meeting_note WHERE id = ?')
  const ofMeeting = db.prepare<[MeetingId], Row>(
    `SELECT ${columns} FROM meeting_note WHERE meeting_id = ? ORDER BY at_ms, number`,
  )
  const found = db.prepare<Walk, HitRow>(`
    SELECT ${columns}, meeting.title, meeting.started_at,
      snippet(meeting_note_text, 0, char(2), char(3), '…', ${snippetWords}) AS snippet
    FROM meeting_note_text
    CROSS JOIN meeting_note ON meeting_note.number = meeting_note_text.rowid
    CROSS JOIN meeting ON meeting.id = meeting_note.meeting_id
    WHERE meeting_note_text MATCH @expression AND meeting.deleted_at IS NULL AND ${meetingPasses}
    ORDER BY meeting_note_text.rowid DESC LIMIT @limit`)

  const add = db.transaction((note: Note): Note => {
    const row = toRow(note)
    const { id: _, ...written } = row
    const known = same.get(written)
    if (!known) insert.run(row)
    return fromRow(known ?? row)
  })

  function read(id: NoteId): Note | null {
    const row = one.get(id)
    return row ? fromRow(row) : null
  }

  return {
    add: (note) => add.immediate(note),
    edit(id, text) {
      change.run(text, id)
      return read(id)
    },
    remove: (id) => void remove.run(id),
    read,
    ofMeeting: (meetingId) => ofMeeting.all(meetingId).map(fromRow),
    find(query, limit, filters) {
      const expression = searchExpression(query)
      if (expression === null) return []
      return found.all({ ...filterRow(filters), expression, limit }).map(toHit)
    },
  }
}

function toRow({ id, meetingId, kind, atMs, text }: Note): Row {
  return { id, meeting_id: meetingId, kind, at_ms: atMs, text }
}

function fromRow({ id, meeting_id, kind, at_ms, text }: Row): Note {
  return { id, meetingId: meeting_id, kind, atMs: at_ms, text }
}

function toHit({ title, started_at, snippet, ...row }: HitRow): NoteHit {
  const startedAt = new Date(started_at).toISOString()
  return { meetingTitle: title, startedAt, note: fromRow(row), snippet }
}
