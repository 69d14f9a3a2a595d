import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Marks } from '../../pieces/transcript-view.tsx'
import { findFolded, fold, type Folded, type Range } from '../../state/find-text.ts'

export interface Places {
  readonly marks: Marks
  /** The segments in which something was found, in the order they were spoken. */
  readonly places: readonly SegmentId[]
}

/** A long meeting is searched at every key stroke, and its segments stay what they are. */
const folded = new WeakMap<Segment, Folded>()

const nothing: Places = { marks: new Map(), places: [] }

/** Every place of some words in a meeting. */
export function findPlaces(segments: readonly Segment[], wanted: string): Places {
  if (wanted.trim() === '') return nothing
  const marks = new Map<SegmentId, readonly Range[]>()
  const needle = fold(wanted.trim())
  for (const segment of segments) {
    const hay = folded.get(segment) ?? fold(segment.text)
    folded.set(segment, hay)
    const ranges = findFolded(hay, needle)
    if (ranges.length > 0) marks.set(segment.id, ranges)
  }
  return { marks, places: [...marks.keys()] }
}
