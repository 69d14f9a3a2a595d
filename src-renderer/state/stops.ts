import type { EngineEvent, StopReason } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'

/** Why meetings stopped that this page saw stopping. */
export type Stops = Readonly<Partial<Record<MeetingId, StopReason>>>

export function applyToStops(stops: Stops, event: EngineEvent): Stops {
  if (event.type === 'meeting.stopped') return { ...stops, [event.meeting.id]: event.reason }
  if (event.type !== 'meeting.deleted') return stops
  const { [event.meetingId]: _, ...rest } = stops
  return rest
}
