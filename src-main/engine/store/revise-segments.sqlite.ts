/** Changes to text that is kept already. Each leaves a revision that holds what was there. */
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Db } from './open-database.sqlite.ts'
import type { Revisions } from './revisions.ts'
import { type NewSegmentRow, toRow, toWordRows, type WordRow } from './segment-rows.ts'
import type { Advance, Segments, SegmentChange } from './segments.ts'

type Revising = Pick<Segments, 'revise' | 'write' | 'written'>

export function revisingSegments(
  db: Db,
  revisions: Revisions,
  move: (meetingId: MeetingId, advance: Advance) => void,
): Revising {
  const put = putting(db)
  const remove = db.prepare<[SegmentId, MeetingId]>(
    'DELETE FROM segment WHERE id = ? AND meeting_id = ?',
  )
  const settle = db.prepare<[SegmentId, MeetingId]>(
    `UPDATE segment SET status = 'final' WHERE id = ? AND meeting_id = ?`,
  )
  const text = db
    .prepare<[SegmentId, MeetingId], string>(
      'SELECT text FROM segment WHERE id = ? AND meeting_id = ?',
    )
    .pluck()
  const written = db
    .prepare<{ id: MeetingId }, SegmentId>(
      `SELECT segment_id FROM revision
      WHERE meeting_id = @id AND author = 'person' AND segment_id IS NOT NULL
      UNION SELECT segment_id FROM written_segment WHERE meeting_id = @id`,
    )
    .pluck()

  function change(meetingId: MeetingId, { before, after }: SegmentChange, atMs: number): void {
    const staying = new Set(after.map(({ id }) => id))
    for (const { id } of before) if (!staying.has(id)) remove.run(id, meetingId)
    for (const segment of after) put(meetingId, segment)
    revisions.add(meetingId, {
      segmentId: null,
      what: 'segments',
      author: 'engine',
      atMs,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    })
  }

  const revise = db.transaction<Segments['revise']>(
    (meetingId, { changes, settled }, { advance, atMs }) => {
      move(meetingId, advance)
      for (const each of changes) change(meetingId, each, atMs)
      for (const id of settled) settle.run(id, meetingId)
    },
  )
  const write = db.transaction<Segments['write']>((meetingId, segment, atMs) => {
    const before = text.get(segment.id, meetingId) ?? ''
    put(meetingId, segment)
    revisions.add(meetingId, {
      segmentId: segment.id,
      what: 'text',
      author: 'person',
      atMs,
      before,
      after: segment.text,
    })
  })

  return {
    revise: (meetingId, revised, how) => revise.immediate(meetingId, revised, how),
    write: (meetingId, segment, atMs) => write.immediate(meetingId, segment, atMs),
    written: (meetingId) => new Set(written.all({ id: meetingId })),
  }
}

/** Keeps a segment whole, in the place of the one that has its id. */
export function putting(db: Db): (meetingId: MeetingId, segment: Segment) => void {
  const insert = db
    .prepare<NewSegmentRow, number>(`
    INSERT INTO segment (id, meeting_id, track, speaker, start_ms, end_ms, text, status)
    VALUES (@id, @meeting_id, @track, @speaker, @start_ms, @end_ms, @text, @status)
    ON CONFLICT (id) DO UPDATE SET speaker = excluded.speaker, start_ms = excluded.start_ms,
      end_ms = excluded.end_ms, text = excluded.text, status = excluded.status
    RETURNING number`)
    .pluck()
  const forgetWords = db.prepare<[number]>('DELETE FROM word WHERE segment = ?')
  const insertWord = db.prepare<WordRow>(`
    INSERT INTO word (segment, position, text, start_ms, end_ms, confidence)
    VALUES (@segment, @position, @text, @start_ms, @end_ms, @confidence)`)

  return (meetingId, segment) => {
    const number = insert.get(toRow(meetingId, segment)) ?? 0
    forgetWords.run(number)
    for (const row of toWordRows(number, segment.words)) insertWord.run(row)
  }
}
