import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'

export interface Trashed {
  readonly meeting: Meeting
  readonly deletedAtMs: number
}

/** Deleted meetings, whole: nobody else sees them, and they can be had back. */
export interface Trash {
  /** Fails with `not_found` for a meeting that is not there, or lies in it already. */
  put(id: MeetingId, atMs: number): void
  takeOut(id: MeetingId): void
  /** The last deleted first. */
  list(): Trashed[]
  holds(id: MeetingId): boolean
}
