import { randomUUID } from 'node:crypto'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { LabelledMeeting } from './labels.ts'

/** Meetings said one after the other until so much time is full. Ids stay, but for a meeting that comes again. */
export function talkOf(meetings: readonly LabelledMeeting[], lengthMs: number): Segment[] {
  const talk: Segment[] = []
  let fromMs = 0
  for (let at = 0; fromMs < lengthMs; at += 1) {
    const meeting = meetings[at % meetings.length]
    if (!meeting) throw new Error('There are no meetings.')
    for (const segment of meeting.spoken.segments)
      talk.push(later(segment, fromMs, at < meetings.length))
    fromMs += meeting.durationMs + 1000
  }
  return talk.filter(({ endMs }) => endMs <= lengthMs)
}

function later(segment: Segment, byMs: number, keepsId: boolean): Segment {
  return {
    ...segment,
    id: keepsId ? segment.id : SegmentId.parse(randomUUID()),
    startMs: segment.startMs + byMs,
    endMs: segment.endMs + byMs,
    words: segment.words.map((word) => ({
      ...word,
      startMs: word.startMs + byMs,
      endMs: word.endMs + byMs,
    })),
  }
}
