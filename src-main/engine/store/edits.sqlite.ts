import type { EditStep, Voice } from '#contract/edit.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { type ChangeRow, fromChangeRow, toTexts } from './change-rows.ts'
import type { Change, Edits, NewEdit, SaidBy } from './edits.ts'
import type { Db } from './open-database.sqlite.ts'
import { putting } from './revise-segments.sqlite.ts'

export function sqliteEdits(db: Db): Edits {
  const apply = applying(db)
  const add = adding(db)
  const drop = db.prepare<[MeetingId]>(
    `UPDATE edit SET state = 'dropped' WHERE meeting_id = ? AND state = 'undone'`,
  )
  const remember = db.prepare<[number, MeetingId]>(
    `INSERT INTO edit (revision, meeting_id, state) VALUES (?, ?, 'done')`,
  )
  const turnTo = db.prepare<['undone' | 'done', number, MeetingId]>(
    'UPDATE edit SET state = ? WHERE revision = ? AND meeting_id = ?',
  )
  const own = db.prepare<[MeetingId, SegmentId, number]>(
    'INSERT INTO written_segment (meeting_id, segment_id, revision) VALUES (?, ?, ?)',
  )
  const disown = db.prepare<[number]>('DELETE FROM written_segment WHERE revision = ?')
  const claim = (meetingId: MeetingId, change: Change, number: number): void => {
    if (change.about === 'text') for (const { id } of change.after) own.run(meetingId, id, number)
  }

  const make = db.transaction<Edits['make']>((meetingId, edit) => {
    drop.run(meetingId)
    apply(meetingId, edit.change)
    const number = add(meetingId, edit)
    remember.run(number, meetingId)
    claim(meetingId, edit.change, number)
    return number
  })
  const turn = db.transaction<Edits['turn']>((meetingId, number, to, edit) => {
    apply(meetingId, edit.change)
    add(meetingId, { ...edit, of: number })
    turnTo.run(to, number, meetingId)
    if (to === 'undone') disown.run(number)
    else claim(meetingId, edit.change, number)
  })

  return {
    make: (meetingId, edit) => make.immediate(meetingId, edit),
    turn: (meetingId, number, to, edit) => turn.immediate(meetingId, number, to, edit),
    ...history(db),
    ...voices(db),
  }
}

function applying(db: Db): (meetingId: MeetingId, change: Change) => void {
  const put = putting(db)
  const remove = db.prepare<[SegmentId, MeetingId]>(
    'DELETE FROM segment WHERE id = ? AND meeting_id = ?',
  )
  const name = db.prepare<[string | null, SegmentId, MeetingId]>(
    'UPDATE segment SET speaker = ? WHERE id = ? AND meeting_id = ?',
  )
  return (meetingId, change) => {
    if (change.about === 'speaker') {
      for (const { segmentId, after } of change.voices) name.run(after, segmentId, meetingId)
      return
    }
    const staying = new Set(change.after.map(({ id }) => id))
    for (const { id } of change.before) if (!staying.has(id)) remove.run(id, meetingId)
    for (const segment of change.after) put(meetingId, segment)
  }
}

function adding(db: Db): (meetingId: MeetingId, edit: NewEdit) => number {
  const insert = db.prepare(`
    INSERT INTO revision (meeting_id, segment_id, what, author, at, before, after, of)
    VALUES (?, NULL, ?, 'person', ?, ?, ?, ?)`)
  return (meetingId, { what, change, of = null, atMs }) => {
    const { before, after } = toTexts(change)
    return Number(insert.run(meetingId, what, atMs, before, after, of).lastInsertRowid)
  }
}

function history(db: Db): Pick<Edits, 'next' | 'stack' | 'read' | 'history'> {
  const columns = `number, segment_id, what, author, at, of, state, before, after
    FROM revision LEFT JOIN edit ON edit.revision = revision.number`
  const one = db.prepare<[MeetingId, number], ChangeRow>(
    `SELECT ${columns} WHERE revision.meeting_id = ? AND number = ?`,
  )
  const page = db.prepare<[MeetingId, number, number], ChangeRow>(`
    SELECT ${columns} WHERE revision.meeting_id = ? AND number < ? ORDER BY number DESC LIMIT ?`)
  const step = (state: string, order: string) =>
    db.prepare<[MeetingId], EditStep>(`
      SELECT number AS id, what FROM edit JOIN revision ON number = revision
      WHERE edit.meeting_id = ? AND state = '${state}' ORDER BY edit.revision ${order} LIMIT 1`)
  const [undo, redo] = [step('done', 'DESC'), step('undone', 'ASC')]
  const read: Edits['read'] = (meetingId, number) => {
    const row = one.get(meetingId, number)
    return row ? fromChangeRow(row) : null
  }
  return {
    read,
    next(meetingId, way) {
      const found = (way === 'undo' ? undo : redo).get(meetingId)
      return found ? read(meetingId, found.id) : null
    },
    stack: (meetingId) => ({
      undo: undo.get(meetingId) ?? null,
      redo: redo.get(meetingId) ?? null,
    }),
    history: (meetingId, before, limit) =>
      page.all(meetingId, before ?? Number.MAX_SAFE_INTEGER, limit).map(fromChangeRow),
  }
}

function voices(db: Db): Pick<Edits, 'texts' | 'saidBy' | 'segmentsOf'> {
  const texts = db.prepare<[MeetingId], Pick<Segment, 'id' | 'text'>>(
    'SELECT id, text FROM segment WHERE meeting_id = ? ORDER BY start_ms, track, number',
  )
  const saidBy = db.prepare<[MeetingId], SaidBy>(`
    SELECT speaker AS name, track, count(*) AS segmentCount, sum(end_ms - start_ms) AS spokenMs,
      min(start_ms) AS firstMs
    FROM segment WHERE meeting_id = ? GROUP BY speaker, track ORDER BY firstMs, track`)
  const named = db
    .prepare<[MeetingId, string], SegmentId>(
      'SELECT id FROM segment WHERE meeting_id = ? AND speaker = ?',
    )
    .pluck()
  const unnamed = db
    .prepare<[MeetingId, string], SegmentId>(
      'SELECT id FROM segment WHERE meeting_id = ? AND track = ? AND speaker IS NULL',
    )
    .pluck()
  return {
    texts: (meetingId) => texts.all(meetingId),
    saidBy: (meetingId) => saidBy.all(meetingId),
    segmentsOf: (meetingId, voice: Voice) =>
      'name' in voice ? named.all(meetingId, voice.name) : unnamed.all(meetingId, voice.unnamedOn),
  }
}
