import { AppError } from '#contract/errors.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { Db } from './open-database.sqlite.ts'
import { revisingSegments } from './revise-segments.sqlite.ts'
import type { Revisions } from './revisions.ts'
import {
  fromRow,
  fromWordRow,
  type NewSegmentRow,
  type SegmentRow,
  toRow,
  toWordRows,
  type WordRow,
} from './segment-rows.ts'
import type { Advance, Segments } from './segments.ts'

export function sqliteSegments(db: Db, revisions: Revisions): Segments {
  const insert = db
    .prepare<NewSegmentRow, number>(`
    INSERT INTO segment (id, meeting_id, track, speaker, start_ms, end_ms, text, status)
    VALUES (@id, @meeting_id, @track, @speaker, @start_ms, @end_ms, @text, @status)
    ON CONFLICT (id) DO UPDATE SET end_ms = excluded.end_ms, text = excluded.text
      WHERE NOT EXISTS (SELECT 1 FROM revision WHERE revision.meeting_id = excluded.meeting_id
        AND segment_id = excluded.id AND author = 'person')
      AND NOT EXISTS (SELECT 1 FROM written_segment
        WHERE written_segment.meeting_id = excluded.meeting_id AND segment_id = excluded.id)
    RETURNING number`)
    .pluck()
  const insertWord = db.prepare<WordRow>(`
    INSERT INTO word (segment, position, text, start_ms, end_ms, confidence)
    VALUES (@segment, @position, @text, @start_ms, @end_ms, @confidence)
    ON CONFLICT DO NOTHING`)
  const move = advancing(db)

  const commit = db.transaction(
    (meetingId: MeetingId, segments: readonly Segment[], advance: Advance): void => {
      move(meetingId, advance)
      for (const segment of segments) {
        const number = insert.get(toRow(meetingId, segment))
        if (number === undefined) continue
        for (const row of toWordRows(number, segment.words)) insertWord.run(row)
      }
    },
  )

  return {
    commit: (meetingId, segments, advance) => commit.immediate(meetingId, segments, advance),
    ...reads(db),
    ...revisingSegments(db, revisions, move),
  }
}

const columns = 'number, id, track, speaker, start_ms, end_ms, text, status'

function reads(db: Db): Pick<Segments, 'ofMeeting' | 'within' | 'read'> {
  const byTime = db.prepare<[MeetingId], SegmentRow>(`
    SELECT ${columns} FROM segment WHERE meeting_id = ? ORDER BY start_ms, track, number`)
  const wordsOf = db.prepare<[MeetingId], WordRow>(`
    SELECT word.segment, word.position, word.text, word.start_ms, word.end_ms, word.confidence
    FROM segment JOIN word ON word.segment = segment.number
    WHERE segment.meeting_id = ? ORDER BY word.segment, word.position`)
  const within = db.prepare<[MeetingId, TrackName, number, number], SegmentRow>(`
    SELECT ${columns} FROM segment
    WHERE meeting_id = ? AND track = ? AND start_ms < ? AND end_ms > ?
    ORDER BY start_ms, number`)
  const one = db.prepare<[MeetingId, SegmentId], SegmentRow>(
    `SELECT ${columns} FROM segment WHERE meeting_id = ? AND id = ?`,
  )
  const wordsOfOne = db.prepare<[number], WordRow>(`
    SELECT segment, position, text, start_ms, end_ms, confidence FROM word
    WHERE segment = ? ORDER BY position`)
  const withWords = (row: SegmentRow): Segment => ({
    ...fromRow(row),
    words: wordsOfOne.all(row.number).map(fromWordRow),
  })

  return {
    // One transaction, so that no words are missing of a segment that is committed in between.
    ofMeeting: db.transaction((meetingId: MeetingId): Segment[] => {
      const words = Map.groupBy(wordsOf.all(meetingId), (word) => word.segment)
      return byTime.all(meetingId).map((row) => ({
        ...fromRow(row),
        words: (words.get(row.number) ?? []).map(fromWordRow),
      }))
    }),
    within: db.transaction<Segments['within']>((meetingId, { track, startMs, endMs }) =>
      within.all(meetingId, track, endMs, startMs).map(withWords),
    ),
    read: db.transaction<Segments['read']>((meetingId, id) => {
      const row = one.get(meetingId, id)
      return row ? withWords(row) : null
    }),
  }
}

/** Moves a reader on. A step back would read speech twice, so it is refused as the bug it is. */
function advancing(db: Db): (meetingId: MeetingId, advance: Advance) => void {
  const known = db.prepare<[MeetingId], number>('SELECT count(*) FROM meeting WHERE id = ?').pluck()
  const advance = db.prepare<[MeetingId, TrackName, string, number]>(`
    INSERT INTO reader_position (meeting_id, track, reader, sample) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET sample = excluded.sample WHERE excluded.sample >= sample`)

  return (meetingId, { track, reader, toSample }) => {
    if (known.get(meetingId) === 0) {
      throw new AppError('not_found', 'The meeting is no longer stored. It may have been deleted.')
    }
    if (advance.run(meetingId, track, reader, toSample).changes === 0) {
      throw new Error(`The reader ${reader} may not go back to sample ${toSample}`)
    }
  }
}
