import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Marks } from '../../pieces/transcript-view.tsx'
import { findText, type Range } from '../../state/find-text.ts'

export interface Places {
  readonly marks: Marks
  /** The segments in which something was found, in the order they were spoken. */
  readonly places: readonly SegmentId[]
}

const nothing: Places = { marks: new Map(), places: [] }

/** Every place of some words in a meeting. */
export function findPlaces(segments: readonly Segment[], wanted: string): Places {
  if (wanted.trim() === '') return nothing
  const marks = new Map<SegmentId, readonly Range[]>()
  for (const { id, text } of segments) {
    const ranges = findText(text, wanted)
    if (ranges.length > 0) marks.set(id, ranges)
  }
  return { marks, places: [...marks.keys()] }
}
