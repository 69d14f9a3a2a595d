/** What an edit changes: the texts of some segments, or who says them. */
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'

/** Segments that take the place of others of the same track; those with an id of before stand where it stood. */
export interface TextChange {
  readonly about: 'text'
  readonly before: readonly Segment[]
  readonly after: readonly Segment[]
}

export interface VoiceChange {
  readonly segmentId: SegmentId
  readonly before: string | null
  readonly after: string | null
}

export interface SpeakerChange {
  readonly about: 'speaker'
  readonly voices: readonly VoiceChange[]
}

export type Change = TextChange | SpeakerChange

/** How many segments are touched. */
export function sizeOf(change: Change): number {
  return change.about === 'text'
    ? Math.max(change.before.length, change.after.length)
    : change.voices.length
}

/** The same change the other way round. */
export function reversed(change: Change): Change {
  if (change.about === 'text') return { ...change, before: change.after, after: change.before }
  return { about: 'speaker', voices: change.voices.map(turned) }
}

export function turned({ segmentId, before, after }: VoiceChange): VoiceChange {
  return { segmentId, before: after, after: before }
}
