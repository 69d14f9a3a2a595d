import type { InsightId, MeetingId } from '#contract/ids.ts'
import type { Insight, InsightKind, Understanding } from '#contract/insight.ts'
import type { KnownInsight } from '../evidence/known-insight.ts'

/** How far a meeting is understood, and the text that was. */
export interface KeptUnderstanding extends Understanding {
  readonly textDigest: string
}

/** What was found in meetings, and what persons made of it. Goes with its meeting. */
export interface Insights {
  /** As people see them, in order, without what was dismissed. */
  ofMeeting(meetingId: MeetingId): Insight[]
  /** All of them, also those that were dismissed. */
  known(meetingId: MeetingId): KnownInsight[]
  /** Of all meetings, without what was dismissed. */
  ofKind(kind: InsightKind): Array<{ readonly meetingId: MeetingId; readonly insight: Insight }>
  keep(
    meetingId: MeetingId,
    change: { readonly removed: readonly InsightId[]; readonly kept: readonly KnownInsight[] },
    understanding: KeptUnderstanding,
  ): void
  /** A person's act; what it is about must be known. */
  write(insight: KnownInsight): void
  understanding(meetingId: MeetingId): KeptUnderstanding | null
  /** Changes whenever the text of the meeting does, its speakers or its boundaries. */
  textDigest(meetingId: MeetingId): string
}
