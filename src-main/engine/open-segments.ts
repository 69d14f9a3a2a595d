import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'

/** Knows from what is told which segments may still grow, so that nobody writes over what their reader goes on with. */
export interface OpenSegments {
  note(event: EngineEvent): void
  has(id: SegmentId): boolean
}

export function openSegments(): OpenSegments {
  const open = new Map<SegmentId, MeetingId>()
  return {
    note(event) {
      if (event.type === 'segment.committed') {
        if (event.open) open.set(event.segment.id, event.meetingId)
        else open.delete(event.segment.id)
      } else if (event.type === 'meeting.stopped') {
        for (const [id, meetingId] of open) if (meetingId === event.meeting.id) open.delete(id)
      }
    },
    has: (id) => open.has(id),
  }
}
