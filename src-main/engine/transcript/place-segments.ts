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
  const clip = clipping({ from, to })
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

/** From milliseconds after the first sample of a stretch to milliseconds of the meeting, within the stretch. */
export function clipping({ from, to }: Pick<Place, 'from' | 'to'>): (ms: number) => number {
  const [firstMs, lastMs] = [toMs(from), toMs(to)]
  return (ms) => Math.min(Math.max(Math.round(firstMs + ms), firstMs), lastMs)
}
