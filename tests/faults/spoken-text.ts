import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'

/** Sentences as recognition would have kept them, a second each. */
export function spokenText(sentences: readonly string[]): Segment[] {
  return sentences.map((text, second) => {
    const [startMs, endMs] = [second * 1000, second * 1000 + 1000]
    const words = text.split(' ').map((word) => ({ text: word, startMs, endMs, confidence: 0.9 }))
    const id = SegmentId.parse(crypto.randomUUID())
    return { id, track: 'me', speaker: null, startMs, endMs, text, status: 'committed', words }
  })
}
