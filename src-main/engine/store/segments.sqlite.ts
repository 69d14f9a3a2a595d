import { AppError } from '#contract/errors.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'
import type { Db } from './open-database.sqlite.ts'
import type { Advance, Segments } from './segments.ts'

export interface SegmentRow {
  readonly number: number
  readonly id: SegmentId
  readonly track: TrackName
  readonly speaker: string | null
  readonly start_ms: number
  readonly end_ms: number
  readonly text: string
  readonly status: Segment['status']
}

interface WordRow {
  readonly segment: number
  readonly position: number
  readonly text: string
  readonly start_ms: number
  readonly end_ms: number
  readonly confidence: number
}

export function sqliteSegments(db: Db): Segments {
  const insert = db
    .prepare<Omit<SegmentRow, 'number'> & { readonly meeting_id: MeetingId }, number>(`
    INSERT INTO segment (id, meeting_id, track, speaker, start_ms, end_ms, text, status)
    VALUES (@id, @meeting_id, @track, @speaker, @start_ms, @end_ms, @text, @status)
    ON CONFLICT (id) DO UPDATE SET end_ms = excluded.end_ms, text = excluded.text
    RETURNING number`)
    .pluck()
  const insertWord = db.prepare<WordRow>(`
    INSERT INTO word (segment, position, text, start_ms, end_ms, confidence)
    VALUES (@segment, @position, @text, @start_ms, @end_ms, @confidence)
    ON CONFLICT DO NOTHING`)
  const byTime = db.prepare<[MeetingId], SegmentRow>(`
    SELECT number, id, track, speaker, start_ms, end_ms, text, status
    FROM segment WHERE meeting_id = ? ORDER BY start_ms, track, number`)
  const wordsOf = db.prepare<[MeetingId], WordRow>(`
    SELECT word.segment, word.position, word.text, word.start_ms, word.end_ms, word.confidence
    FROM segment JOIN word ON word.segment = segment.number
    WHERE segment.meeting_id = ? ORDER BY word.segment, word.position`)
  const move = advancing(db)

  const commit = db.transaction(
    (meetingId: MeetingId, segments: readonly Segment[], advance: Advance): void => {
      move(meetingId, advance)
      for (const segment of segments) {
        const number = insert.get(toRow(meetingId, segment)) ?? 0
        for (const row of toWordRows(number, segment.words)) insertWord.run(row)
      }
    },
  )
  // One transaction, so that no words are missing of a segment that is committed in between.
  const ofMeeting = db.transaction((meetingId: MeetingId): Segment[] => {
    const words = Map.groupBy(wordsOf.all(meetingId), (word) => word.segment)
    return byTime.all(meetingId).map((row) => ({
      ...fromRow(row),
      words: (words.get(row.number) ?? []).map(fromWordRow),
    }))
  })

  return {
    commit: (meetingId, segments, advance) => commit.immediate(meetingId, segments, advance),
    ofMeeting,
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

function toRow(meetingId: MeetingId, segment: Segment) {
  const { id, track, speaker, startMs, endMs, text, status } = segment
  return {
    id,
    meeting_id: meetingId,
    track,
    speaker,
    start_ms: startMs,
    end_ms: endMs,
    text,
    status,
  }
}

export function fromRow(row: SegmentRow): Omit<Segment, 'words'> {
  const { id, track, speaker, start_ms, end_ms, text, status } = row
  return { id, track, speaker, startMs: start_ms, endMs: end_ms, text, status }
}

function toWordRows(segment: number, words: readonly Word[]): WordRow[] {
  return words.map(({ text, startMs, endMs, confidence }, position) => ({
    segment,
    position,
    text,
    start_ms: startMs,
    end_ms: endMs,
    confidence,
  }))
}

function fromWordRow({ text, start_ms, end_ms, confidence }: WordRow): Word {
  return { text, startMs: start_ms, endMs: end_ms, confidence }
}
