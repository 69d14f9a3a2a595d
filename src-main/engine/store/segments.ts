import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'

/** How far a reader has come once its segments are kept. */
export interface Advance {
  readonly track: TrackName
  readonly reader: string
  /** The first sample it has not read. It never goes back. */
  readonly toSample: number
}

/** Some neighbouring segments, and what stands in their place; either may be empty. */
export interface SegmentChange {
  readonly before: readonly Segment[]
  readonly after: readonly Segment[]
}

/** The text of meetings. Hypotheses are never stored. */
export interface Segments {
  /**
   * Keeps the segments and the reader's new position together or not at all, so that a kill can
   * neither lose text nor double it. No segments is fine: then only the position moves. A segment that is kept
   * already has grown: what it has more is added to it, unless a person has written it.
   */
  commit(meetingId: MeetingId, segments: readonly Segment[], advance: Advance): void
  /** In the order they were spoken, with their words. */
  ofMeeting(meetingId: MeetingId): Segment[]
  /** Those of one track that share time with the stretch. */
  within(
    meetingId: MeetingId,
    stretch: { readonly track: TrackName; readonly startMs: number; readonly endMs: number },
  ): Segment[]
  read(meetingId: MeetingId, id: SegmentId): Segment | null
  /**
   * The engine puts text in the place of its own, each change with a revision that holds both, so that it can be
   * undone; `settled` segments are final as they are. The position of its reader moves with it.
   */
  revise(
    meetingId: MeetingId,
    revised: { readonly changes: readonly SegmentChange[]; readonly settled: readonly SegmentId[] },
    how: { readonly advance: Advance; readonly atMs: number },
  ): void
  /** A person writes a segment, new or known; a revision holds the text that was there. */
  write(meetingId: MeetingId, segment: Segment, atMs: number): void
  /** The segments that a person has written. */
  written(meetingId: MeetingId): ReadonlySet<SegmentId>
}
