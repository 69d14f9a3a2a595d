import { type EngineEvent, noticeableStep } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'

/** The live meetings whose text is noticeably late and catches up. */
export type CatchingUp = ReadonlySet<MeetingId>

export function applyToPaces(late: CatchingUp, event: EngineEvent): CatchingUp {
  switch (event.type) {
    case 'pace.changed':
      return set(late, event.meetingId, event.step >= noticeableStep)
    case 'meeting.stopped':
      return set(late, event.meeting.id, false)
    default:
      return late
  }
}

function set(late: CatchingUp, id: MeetingId, isLate: boolean): CatchingUp {
  if (late.has(id) === isLate) return late
  return isLate ? late.union(new Set([id])) : late.difference(new Set([id]))
}
