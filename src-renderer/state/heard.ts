/** Which words are heard at a moment. */
import type { Segment } from '#contract/transcript.ts'
import { type SpokenWord, wordAt } from './spoken-words.ts'

export interface Heard {
  readonly segment: Segment
  /** Null where the segment has no word times, or its first word is still to come. */
  readonly word: SpokenWord | null
}

/** So long after its end a segment still counts as heard, so that a breath does not darken the text. */
const lingersMs = 600
/** How many segments may lie over each other when two talk at once. */
const mostAtOnce = 6

/** What is heard at a time: where two speak at once, who began last. Segments are given by their beginning. */
export function heardAt(segments: readonly Segment[], atMs: number): Heard | null {
  let [low, high] = [0, segments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.startMs ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  for (let index = low - 1; index >= Math.max(0, low - mostAtOnce); index--) {
    const segment = segments[index]
    if (segment && segment.endMs + lingersMs > atMs) return { segment, word: wordAt(segment, atMs) }
  }
  return null
}
