import type { MeetingId, SegmentId } from '#contract/ids.ts'

/** One change to what was kept. Revisions are only ever added, and leave with their meeting. */
export interface Revision {
  /** Null when the change is about the meeting itself. */
  readonly segmentId: SegmentId | null
  /** `segments`: several at once; before and after hold them whole, as JSON, so that it can be undone. */
  readonly what: 'title' | 'text' | 'speaker' | 'segments'
  readonly author: 'engine' | 'person'
  readonly atMs: number
  readonly before: string
  readonly after: string
}

/** Who changed what in a meeting, and when. */
export interface Revisions {
  add(meetingId: MeetingId, revision: Revision): void
  /** Oldest first. */
  ofMeeting(meetingId: MeetingId): Revision[]
}
