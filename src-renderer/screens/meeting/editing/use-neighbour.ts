import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { useAppState } from '../../../pieces/app-context.ts'

/** The segment before this one on its track. */
export function neighbourBefore(segments: readonly Segment[], segment: Segment): Segment | null {
  const at = segments.findIndex(({ id }) => id === segment.id)
  return segments.slice(0, Math.max(0, at)).findLast(({ track }) => track === segment.track) ?? null
}

export function useNeighbour(meetingId: MeetingId, segment: Segment): SegmentId | null {
  return useAppState(({ transcripts }) => {
    const text = transcripts[meetingId]
    return (text && neighbourBefore(text.segments, segment)?.id) ?? null
  })
}
