import type { MeetingId } from '#contract/ids.ts'

/** A stronger reading that somebody wants: of a meeting that goes on, or broken off and to be gone on with. */
export interface WantedRefining {
  readonly meetingId: MeetingId
  /** The model that has read as far as the reader's position says. */
  readonly model: string
  readonly extent: 'within_budget' | 'whole'
  /** What it has taken so far, in milliseconds. */
  readonly spentMs: number
}

/** The stronger readings that are not over. How far each came is the position of their reader. */
export interface Refinings {
  /** Wanted from here on; its reader begins anew unless this model has read already. */
  want(wanted: Omit<WantedRefining, 'spentMs'>): void
  spend(meetingId: MeetingId, ms: number): void
  /** Nobody wants it any more. */
  forget(meetingId: MeetingId): void
  read(meetingId: MeetingId): WantedRefining | null
  all(): WantedRefining[]
}
