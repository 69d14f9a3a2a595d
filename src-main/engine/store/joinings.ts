import type { MeetingId } from '#contract/ids.ts'

/** Meetings that are being put together from others. What a kill leaves of one is known by its note. */
export interface Joinings {
  /** Noted before anything is made of it. */
  begin(meetingId: MeetingId, atMs: number): void
  unfinished(): Array<{ readonly meetingId: MeetingId; readonly begunAtMs: number }>
  /** It is whole, or nothing of it is left. */
  forget(meetingId: MeetingId): void
}
