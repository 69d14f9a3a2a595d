import type { MeetingId, RefusalId } from '#contract/ids.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'

export interface NewRefusal {
  readonly id: RefusalId
  readonly track: TrackName
  readonly rule: string
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/** What gates refused, so that nothing that was understood is lost. It leaves with its meeting. */
export interface Refusals {
  add(meetingId: MeetingId, refusals: readonly NewRefusal[]): void
  /** In the order it was spoken. */
  ofMeeting(meetingId: MeetingId): Refusal[]
  read(id: RefusalId): Refusal | null
  /** What was refused by this rule, not brought back, and shares time with the stretch. */
  within(
    meetingId: MeetingId,
    stretch: { readonly track: TrackName; readonly startMs: number; readonly endMs: number },
    rule: string,
  ): Refusal[]
  /** A person brings it back as this segment: both are kept, with a revision, or neither. */
  restore(refusal: Refusal, segment: Segment, atMs: number): void
}
