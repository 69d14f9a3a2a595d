import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Db } from './open-database.sqlite.ts'
import type { Revision, Revisions } from './revisions.ts'

interface Row {
  readonly meeting_id: MeetingId
  readonly segment_id: SegmentId | null
  readonly what: Revision['what']
  readonly author: Revision['author']
  readonly at: number
  readonly before: string
  readonly after: string
}

export function sqliteRevisions(db: Db): Revisions {
  const insert = db.prepare<Row>(`
    INSERT INTO revision (meeting_id, segment_id, what, author, at, before, after)
    VALUES (@meeting_id, @segment_id, @what, @author, @at, @before, @after)`)
  const ofMeeting = db.prepare<[MeetingId], Row>(`
    SELECT meeting_id, segment_id, what, author, at, before, after
    FROM revision WHERE meeting_id = ? ORDER BY number`)
  return {
    add: (meetingId, revision) => void insert.run(toRow(meetingId, revision)),
    ofMeeting: (meetingId) => ofMeeting.all(meetingId).map(fromRow),
  }
}

function toRow(meetingId: MeetingId, revision: Revision): Row {
  const { segmentId, what, author, atMs, before, after } = revision
  return { meeting_id: meetingId, segment_id: segmentId, what, author, at: atMs, before, after }
}

function fromRow({ segment_id, what, author, at, before, after }: Row): Revision {
  return { segmentId: segment_id, what, author, atMs: at, before, after }
}
