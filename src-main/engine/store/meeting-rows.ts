/** Meetings as rows of the database. */
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting, MeetingState } from '#contract/meeting.ts'
import type { MeetingName } from './meetings.ts'
import { RECOGNITION } from './reader-positions.ts'

const samplesPerMs = 16

export interface MeetingRow {
  readonly id: MeetingId
  readonly title: string
  readonly started_at: number
  readonly language: string
  readonly model: string
  readonly state: MeetingState
  readonly imported: 0 | 1
  readonly folder: string | null
  readonly deleted_at: number | null
  readonly samples: number
  readonly unread: number
  readonly segment_count: number
  /** JSON. */
  readonly tags: string
  readonly people: string
}

/** To be narrowed by a `WHERE`. */
export const meetingRows = `
  SELECT id, title, started_at, language, model, state, folder, deleted_at,
    coalesce(json_extract(source, '$.pace') = 'fast', 0) AS imported,
    (SELECT coalesce(max(samples), 0) FROM track WHERE meeting_id = meeting.id) AS samples,
    (SELECT coalesce(max(track.samples - coalesce(read.sample, 0)), 0)
      FROM track LEFT JOIN reader_position AS read
        ON read.meeting_id = track.meeting_id AND read.track = track.name AND read.reader = '${RECOGNITION}'
      WHERE track.meeting_id = meeting.id) AS unread,
    (SELECT count(*) FROM segment WHERE meeting_id = meeting.id) AS segment_count,
    (SELECT json_group_array(tag) FROM meeting_tag WHERE meeting_id = meeting.id) AS tags,
    (SELECT json_group_array(name) FROM (
      SELECT name FROM meeting_person WHERE meeting_id = meeting.id
      UNION SELECT speaker FROM segment WHERE meeting_id = meeting.id AND speaker IS NOT NULL
    )) AS people
  FROM meeting`

export function fromRow(row: MeetingRow): Meeting {
  return {
    ...described(row),
    state: row.state,
    segmentCount: row.segment_count,
    unreadMs: Math.max(0, Math.floor(row.unread / samplesPerMs)),
    imported: row.imported === 1,
    folder: row.folder,
    tags: JSON.parse(row.tags) as string[],
    people: JSON.parse(row.people) as string[],
  }
}

export function described(row: MeetingRow) {
  const { language, model, samples } = row
  return {
    ...toName(row),
    durationMs: Math.floor(samples / samplesPerMs),
    language,
    model,
  }
}

export function toName({
  id,
  title,
  started_at,
}: Pick<MeetingRow, 'id' | 'title' | 'started_at'>): MeetingName {
  return { id, title, startedAt: new Date(started_at).toISOString() }
}
