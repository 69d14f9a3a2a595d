/** Which deleted meetings have been kept long enough. */
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'

interface Trashed {
  readonly meeting: Pick<Meeting, 'id'>
  readonly deletedAtMs: number
}

const dayMs = 24 * 60 * 60_000

/** Until when a meeting that was deleted then is kept, in milliseconds since 1970. */
export function keptUntilMs(deletedAtMs: number, keepDays: number): number {
  return deletedAtMs + keepDays * dayMs
}

export function expired(trashed: readonly Trashed[], keepDays: number, nowMs: number): MeetingId[] {
  return trashed
    .filter(({ deletedAtMs }) => keptUntilMs(deletedAtMs, keepDays) <= nowMs)
    .map(({ meeting }) => meeting.id)
}
