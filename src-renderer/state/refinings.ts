/** How readings of meetings by a stronger pass stand, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Refining } from '#contract/refining.ts'

/** Null: none goes on. Missing: nobody has asked yet, or since the connection was lost. */
export type Refinings = Readonly<Partial<Record<MeetingId, Refining | null>>>

export function applyToRefinings(refinings: Refinings, event: EngineEvent): Refinings {
  switch (event.type) {
    case 'refining.changed':
      return { ...refinings, [event.refining.meetingId]: event.refining }
    case 'meeting.deleted': {
      const { [event.meetingId]: _, ...rest } = refinings
      return rest
    }
    default:
      return refinings
  }
}

/** An answer that comes after an event is old news. */
export function refiningAnswered(
  refinings: Refinings,
  meetingId: MeetingId,
  answer: Refining | null,
): Refinings {
  return refinings[meetingId] === undefined ? { ...refinings, [meetingId]: answer } : refinings
}

/** How much was read again so far, 0 to 1. */
export function refinedShare({ doneMs, totalMs }: Refining): number {
  return totalMs > 0 ? Math.min(1, doneMs / totalMs) : 0
}
