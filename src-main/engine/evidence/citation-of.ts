import type { Citation } from '#contract/citation.ts'
import type { Segment } from '#contract/transcript.ts'

/** A whole segment as the place on which something rests. */
export function citationOf({
  id,
  startMs,
  endMs,
}: Pick<Segment, 'id' | 'startMs' | 'endMs'>): Citation {
  return { segmentId: id, startMs, endMs }
}
