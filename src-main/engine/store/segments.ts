import type { MeetingId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'

/** How far a reader has come once its segments are kept. */
export interface Advance {
  readonly track: TrackName
  readonly reader: string
  /** The first sample it has not read. It never goes back. */
  readonly toSample: number
}

/** The text of meetings. Hypotheses are never stored. */
export interface Segments {
  /**
   * Keeps the segments and the reader's new position together or not at all, so that a kill can
   * neither lose text nor double it. No segments is fine: then only the position moves. A segment that is kept
   * already has grown: what it has more is added to it.
   */
  commit(meetingId: MeetingId, segments: readonly Segment[], advance: Advance): void
  /** In the order they were spoken, with their words. */
  ofMeeting(meetingId: MeetingId): Segment[]
}
