import type { MeetingId } from '#contract/ids.ts'

/** What a language model noted of portions of a meeting. A fingerprint stands for the text and all that the note rests on. */
export interface SummaryNotes {
  /** As it was written, or null. Whoever reads it validates it. */
  read(meetingId: MeetingId, fingerprint: string): unknown
  write(meetingId: MeetingId, fingerprint: string, note: unknown): void
  /** Forgets all others. */
  keepOnly(meetingId: MeetingId, fingerprints: readonly string[]): void
}
