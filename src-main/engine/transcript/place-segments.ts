import type { SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'
import { toMs } from '../audio/frames.ts'

/** Understood speech before it has a place; times count from the first sample of the stretch it was heard in. */
interface Heard {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly words: ReadonlyArray<Readonly<Word>>
}

export interface Place {
  readonly track: TrackName
  /** The stretch, in samples of the meeting. */
  readonly from: number
  readonly to: number
  readonly status: Segment['status']
}

/** Gives speech its place in the meeting: never outside the sound it was heard in, never backwards. */
export function placeSegments(
  heard: readonly Heard[],
  { track, from, to, status }: Place,
  newId: () => SegmentId,
): Segment[] {
  const firstMs = toMs(from)
  const lastMs = toMs(to)
  const clip = (ms: number): number => Math.min(Math.max(Math.round(firstMs + ms), firstMs), lastMs)
  let before = 0
  return heard.map(({ text, ...span }) => {
    const startMs = Math.max(before, clip(span.startMs))
    const endMs = Math.max(startMs, clip(span.endMs))
    before = startMs
    const words = placeWords(span.words, clip)
    return { id: newId(), track, speaker: null, startMs, endMs, text, status, words }
  })
}

function placeWords(words: readonly Word[], clip: (ms: number) => number): Word[] {
  let before = 0
  return words.map(({ text, startMs, endMs, confidence }) => {
    const start = Math.max(before, clip(startMs))
    const end = Math.max(start, clip(endMs))
    before = start
    return { text, startMs: start, endMs: end, confidence: Math.round(confidence * 1000) / 1000 }
  })
}
