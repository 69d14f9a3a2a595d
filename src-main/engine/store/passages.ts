import type { SearchFilters } from '#contract/ask.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Place } from './search.ts'

/** A few neighbouring segments and what their text means. */
export interface NewPassage {
  /** Of the segments and their text: what has the same one need not be read again. */
  readonly fingerprint: string
  readonly segmentIds: readonly SegmentId[]
  /** As the model gives it; kept as 8-bit numbers. */
  readonly vector: Float32Array
}

export interface NearPassage {
  /** Its segments that pass the filters, in the order they were spoken. */
  readonly places: readonly Place[]
  /** The cosine of the angle between the two, -1 to 1. */
  readonly similarity: number
}

/** What passages mean, by one embedding model at a time: vectors of different models say nothing to each other. */
export interface Passages {
  /** Why nothing can be looked for by meaning on this computer, for people; else null. */
  readonly problem: string | null
  /** Finished meetings with text, and those of them that are not indexed by this model as they stand, the newest first. */
  coverage(model: string): { readonly meetings: number; readonly missing: readonly MeetingId[] }
  /** Which passages of a meeting are kept. */
  known(meetingId: MeetingId, model: string): ReadonlySet<string>
  /** Keeps those whose segments are all still there. */
  add(meetingId: MeetingId, model: string, passages: readonly NewPassage[]): void
  /** Drops all passages of the meeting but these; it is indexed now. */
  finish(meetingId: MeetingId, model: string, fingerprints: readonly string[]): void
  /** Removes up to so many passages of other models; true while there may be more. */
  forgetOthers(model: string, atMost: number): boolean
  /** The passages that mean most nearly the same, the nearest first. */
  nearest(
    model: string,
    vector: Float32Array,
    how: { readonly limit: number; readonly filters: SearchFilters },
  ): NearPassage[]
}
