import type { Segment } from '#contract/transcript.ts'

/** Neighbouring segments of one voice, read as one. */
export interface Paragraph {
  readonly key: string
  readonly track: Segment['track']
  readonly speaker: string | null
  readonly startMs: number
  readonly segments: readonly Segment[]
}

/** A pause this long starts a new paragraph. */
const pauseMs = 3_000
/** A monologue is broken at a pause between segments after this time, so that the eye finds a hold. */
const longestMs = 30_000

/** Groups segments, given in the order they were spoken, by voice and pause. */
export function paragraphs(segments: readonly Segment[]): readonly Paragraph[] {
  const groups: Segment[][] = []
  for (const segment of segments) {
    const group = groups.at(-1)
    if (group && belongs(group, segment)) group.push(segment)
    else groups.push([segment])
  }
  return groups.flatMap(toParagraph)
}

function belongs(group: readonly Segment[], segment: Segment): boolean {
  return group.at(-1)?.speaker === segment.speaker && goesOn(group, segment)
}

type Timed = Pick<Segment, 'track' | 'startMs' | 'endMs'>

function goesOn(group: readonly Segment[], next: Timed): boolean {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return false
  return (
    last.track === next.track &&
    next.startMs - last.endMs < pauseMs &&
    next.endMs - first.startMs < longestMs
  )
}

/** Whether what is said next, by the same speaker, will be read as part of the paragraph. */
export function continues({ segments }: Paragraph, next: Timed): boolean {
  return goesOn(segments, next)
}

function toParagraph(segments: readonly Segment[]): readonly Paragraph[] {
  const [first] = segments
  if (!first) return []
  const { id, track, speaker, startMs } = first
  return [{ key: id, track, speaker, startMs, segments }]
}

/** The segment being spoken at a time, or the last one before it; the first when there is none before. */
export function segmentAt(segments: readonly Segment[], atMs: number): Segment | null {
  return segments.findLast(({ startMs }) => startMs <= atMs) ?? segments[0] ?? null
}
