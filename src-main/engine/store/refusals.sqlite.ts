import type { MeetingId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { Db } from './open-database.sqlite.ts'
import type { NewRefusal, Refusals } from './refusals.ts'
import type { Segments } from './segments.ts'

interface Row {
  readonly id: RefusalId
  readonly meeting_id: MeetingId
  readonly track: TrackName
  readonly rule: string
  readonly start_ms: number
  readonly end_ms: number
  readonly text: string
  readonly segment_id: SegmentId | null
}

export function sqliteRefusals(db: Db, segments: Segments): Refusals {
  const insert = db.prepare<Row>(`
    INSERT INTO refusal (id, meeting_id, track, rule, start_ms, end_ms, text, segment_id)
    VALUES (@id, @meeting_id, @track, @rule, @start_ms, @end_ms, @text, @segment_id)`)
  const all = 'SELECT id, meeting_id, track, rule, start_ms, end_ms, text, segment_id FROM refusal'
  const ofMeeting = db.prepare<[MeetingId], Row>(
    `${all} WHERE meeting_id = ? ORDER BY start_ms, number`,
  )
  const one = db.prepare<[RefusalId], Row>(`${all} WHERE id = ?`)
  const within = db.prepare<[MeetingId, TrackName, string, number, number], Row>(`
    ${all} WHERE meeting_id = ? AND track = ? AND rule = ? AND segment_id IS NULL
      AND start_ms < ? AND end_ms > ?
    ORDER BY start_ms, number`)
  const bringBack = db.prepare<[SegmentId, RefusalId]>(
    'UPDATE refusal SET segment_id = ? WHERE id = ? AND segment_id IS NULL',
  )

  const add = db.transaction((meetingId: MeetingId, refusals: readonly NewRefusal[]): void => {
    for (const refusal of refusals) insert.run(toRow(meetingId, refusal))
  })
  const restore = db.transaction(({ id, meetingId }: Refusal, segment: Segment, atMs: number) => {
    if (bringBack.run(segment.id, id).changes === 0)
      throw new Error('A refusal is brought back once')
    segments.write(meetingId, segment, atMs)
  })

  return {
    add: (meetingId, refusals) => add.immediate(meetingId, refusals),
    ofMeeting: (meetingId) => ofMeeting.all(meetingId).map(fromRow),
    read(id) {
      const row = one.get(id)
      return row ? fromRow(row) : null
    },
    within: (meetingId, { track, startMs, endMs }, rule) =>
      within.all(meetingId, track, rule, endMs, startMs).map(fromRow),
    restore: (refusal, segment, atMs) => restore.immediate(refusal, segment, atMs),
  }
}

function toRow(meetingId: MeetingId, refusal: NewRefusal): Row {
  const { id, track, rule, startMs, endMs, text } = refusal
  return {
    id,
    meeting_id: meetingId,
    track,
    rule,
    start_ms: startMs,
    end_ms: endMs,
    text,
    segment_id: null,
  }
}

function fromRow({
  id,
  meeting_id,
  track,
  rule,
  start_ms,
  end_ms,
  text,
  segment_id,
}: Row): Refusal {
  return {
    id,
    meetingId: meeting_id,
    track,
    rule,
    startMs: start_ms,
    endMs: end_ms,
    text,
    segmentId: segment_id,
  }
}
