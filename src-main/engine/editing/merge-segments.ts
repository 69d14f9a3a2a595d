import type { Segment } from '#contract/transcript.ts'

/** One segment of several in their order, under the id and the voice of the first. */
export function mergeSegments(segments: readonly [Segment, ...Segment[]]): Segment {
  return {
    ...segments[0],
    endMs: Math.max(...segments.map(({ endMs }) => endMs)),
    text: segments.map(({ text }) => text).join(' '),
    status: 'final',
    words: segments.flatMap(({ words }) => words),
  }
}
