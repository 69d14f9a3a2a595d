/** A meeting of any length, with sentences planted at given times. */
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'

const subjects = 'the server|our design|this report|the budget|their office|the new page'.split('|')
const verbs = 'needs|shows|follows|replaces|supports|explains'.split('|')
const objects =
  'more care|the old plan|a clear answer|the next step|some testing|what was said'.split('|')

/** Of an id that tells its number. */
export function numberedId(number: number): SegmentId {
  return SegmentId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
}

export function said(number: number, startMs: number, text: string, speaker = 'Anna'): Segment {
  return {
    id: numberedId(number),
    track: 'them',
    speaker,
    startMs,
    endMs: startMs + 4_500,
    text,
    status: 'committed',
    words: [],
  }
}

/** A sentence each five seconds. */
export function longMeeting(minutes: number, planted: ReadonlyMap<number, string> = new Map()) {
  const segments: Segment[] = []
  for (let number = 0; number < minutes * 12; number += 1) {
    const startMs = number * 5_000
    const [a, b, c] = [number, Math.floor(number / 7), Math.floor(number / 5)]
    const filler = `I think ${subjects[a % 6]} ${verbs[b % 6]} ${objects[c % 6]} and ${subjects[(a + b) % 6]} ${verbs[c % 6]} ${objects[a % 6]}.`
    segments.push(
      said(number, startMs, planted.get(startMs) ?? filler, number % 2 === 0 ? 'Anna' : 'Bob'),
    )
  }
  return segments
}
