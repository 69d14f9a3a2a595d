/** Events as the engine tells them, for tests of what is measured from them. */
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { HeardEvent } from '../replay/replay.ts'

export const meetingId = MeetingId.parse('00000000-0000-4000-8000-000000000001')

/** Words one after the other, 300 ms each, from 100 ms times the segment's number on. */
export function segmentOf(number: number, text: string, track: TrackName = 'me'): Segment {
  const startMs = number * 100
  const words = text.split(' ').map((word, n) => ({
    text: word,
    startMs: startMs + n * 300,
    endMs: startMs + (n + 1) * 300,
    confidence: 0.9,
  }))
  return {
    id: SegmentId.parse(`00000000-0000-4000-9000-${String(number).padStart(12, '0')}`),
    track,
    speaker: null,
    startMs,
    endMs: words.at(-1)?.endMs ?? startMs,
    text,
    status: 'committed',
    words,
  }
}

export function committed(atMs: number, segment: Segment, open = false): HeardEvent {
  return { atMs, event: { type: 'segment.committed', meetingId, segment, open } }
}

/** Null: nothing is shown any more. */
export function guessed(atMs: number, text: string | null, track: TrackName = 'me'): HeardEvent {
  const hypothesis = text === null ? null : { track, startMs: 0, endMs: atMs, text }
  return { atMs, event: { type: 'hypothesis.changed', meetingId, track, hypothesis } }
}

type Measured = Extract<HeardEvent['event'], { type: 'decode.measured' }>

export function decoded(
  kind: Measured['kind'],
  fromMs: number,
  toMs: number,
  track: TrackName = 'me',
): HeardEvent {
  const costs = { encodeMs: 30, decodeMs: 10, lagMs: 0, threads: 1 }
  return {
    atMs: toMs,
    event: { type: 'decode.measured', meetingId, track, kind, fromMs, toMs, ...costs },
  }
}
