/** Segments as rows of the database. */
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'

export interface SegmentRow {
  readonly number: number
  readonly id: SegmentId
  readonly track: TrackName
  readonly speaker: string | null
  readonly start_ms: number
  readonly end_ms: number
  readonly text: string
  readonly status: Segment['status']
}

export interface WordRow {
  readonly segment: number
  readonly position: number
  readonly text: string
  readonly start_ms: number
  readonly end_ms: number
  readonly confidence: number
}

export type NewSegmentRow = Omit<SegmentRow, 'number'> & { readonly meeting_id: MeetingId }

export function toRow(meetingId: MeetingId, segment: Segment): NewSegmentRow {
  const { id, track, speaker, startMs, endMs, text, status } = segment
  return {
    id,
    meeting_id: meetingId,
    track,
    speaker,
    start_ms: startMs,
    end_ms: endMs,
    text,
    status,
  }
}

export function fromRow(row: SegmentRow): Omit<Segment, 'words'> {
  const { id, track, speaker, start_ms, end_ms, text, status } = row
  return { id, track, speaker, startMs: start_ms, endMs: end_ms, text, status }
}

export function toWordRows(segment: number, words: readonly Word[]): WordRow[] {
  return words.map(({ text, startMs, endMs, confidence }, position) => ({
    segment,
    position,
    text,
    start_ms: startMs,
    end_ms: endMs,
    confidence,
  }))
}

export function fromWordRow({ text, start_ms, end_ms, confidence }: WordRow): Word {
  return { text, startMs: start_ms, endMs: end_ms, confidence }
}
