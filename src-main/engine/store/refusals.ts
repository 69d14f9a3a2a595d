import type { MeetingId, RefusalId } from '#contract/ids.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'

/** A refusal with its words, which it needs to be brought back. */
export interface NewRefusal {
  readonly id: RefusalId
  readonly track: TrackName
  readonly rule: string
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  /** In times of the meeting. */
  readonly words: readonly Word[]
}

/** What gates refused, so that nothing that was understood is lost. It leaves with its meeting. */
export interface Refusals {
  add(meetingId: MeetingId, refusals: readonly NewRefusal[]): void
  /** In the order it was spoken. */
  ofMeeting(meetingId: MeetingId): Refusal[]
  /** With its words; null where there is no such refusal. */
  read(id: RefusalId): (Refusal & Pick<NewRefusal, 'words'>) | null
  /** What was refused by this rule, not brought back, and shares time with the stretch. */
  within(
    meetingId: MeetingId,
    stretch: { readonly track: TrackName; readonly startMs: number; readonly endMs: number },
    rule: string,
  ): Refusal[]
  /** A person brings it back as this segment: both are kept, with a revision, or neither. */
  restore(refusal: Refusal, segment: Segment, atMs: number): void
}
