/** Cuts a meeting into passages: a few neighbouring segments, long enough to mean something and short enough to mean one thing. */
import { createHash } from 'node:crypto'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'

export interface Passage {
  readonly fingerprint: string
  readonly segmentIds: readonly SegmentId[]
  readonly text: string
}

type Spoken = Pick<Segment, 'id' | 'startMs' | 'endMs' | 'text' | 'speaker'>

export interface PassageRules {
  /** A passage that has so many words takes no further segment. */
  readonly fullWords: number
  /** None is taken that would make it longer than this, unless it is the first. */
  readonly mostWords: number
  /** A last segment of at most so many words also begins the next passage. */
  readonly sharedWords: number
  /** Over a pause as long as this, in milliseconds, nobody goes on with the same thing. */
  readonly pauseMs: number
}

export const passageRules: PassageRules = {
  fullWords: 80,
  mostWords: 120,
  sharedWords: 20,
  pauseMs: 30_000,
}

/** The segments in the order they were spoken. Every segment with words is in one passage or two. */
export function cutPassages(
  segments: readonly Spoken[],
  rules: PassageRules = passageRules,
): Passage[] {
  const passages: Spoken[][] = []
  let open: Spoken[] = []
  let shared = 0
  const close = (): void => {
    // What is only shared is in the passage before.
    if (open.length > shared) passages.push(open)
    open = []
    shared = 0
  }
  for (const segment of segments) {
    const words = wordCount(segment)
    if (words === 0) continue
    const last = open.at(-1)
    const held = open.reduce((sum, each) => sum + wordCount(each), 0)
    const isFull = held >= rules.fullWords || held + words > rules.mostWords
    if (last && segment.startMs - last.endMs >= rules.pauseMs) close()
    else if (last && isFull && open.length > shared) {
      close()
      if (wordCount(last) <= rules.sharedWords && wordCount(last) + words <= rules.mostWords) {
        open = [last]
        shared = 1
      }
    }
    open.push(segment)
  }
  close()
  return passages.map(toPassage)
}

function toPassage(segments: readonly Spoken[]): Passage {
  const text = segments
    .map(({ speaker, text: said }) => (speaker === null ? said : `${speaker}: ${said}`))
    .join('\n')
  const segmentIds = segments.map(({ id }) => id)
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([segmentIds, text]))
    .digest('hex')
  return { fingerprint, segmentIds, text }
}

function wordCount({ text }: Pick<Segment, 'text'>): number {
  return text.match(/\S+/gu)?.length ?? 0
}
