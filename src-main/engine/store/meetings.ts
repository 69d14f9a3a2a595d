import type { MeetingId } from '#contract/ids.ts'
import type { Meeting, MeetingState, Source, Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'

export interface NewMeeting {
  readonly id: MeetingId
  readonly title: string
  readonly startedAtMs: number
  readonly language: string
  readonly model: string
  readonly tracks: readonly TrackName[]
  /** What it listens to, so that an interrupted meeting can be finished; null when it cannot be asked again. */
  readonly source: Source | null
  /** Names and terms to expect in this meeting. */
  readonly vocabulary: readonly string[]
}

export interface StoredTrack {
  readonly name: TrackName
  /** Recorded so far, in samples at 16 kHz. */
  readonly samples: number
}

/** What a meeting is called, without what takes counting. */
export type MeetingName = Pick<Meeting, 'id' | 'title' | 'startedAt'>

/**
 * The meetings themselves. Changing one that does not exist fails with `not_found`. Those in the trash are not seen here,
 * except by who removes them.
 */
export interface Meetings {
  /** Begins a live meeting. Claim its live lock first, or another program may take it for dead. */
  create(meeting: NewMeeting): void
  /** Newest first. */
  list(): Meeting[]
  /** Newest first, in no more time than there are meetings. */
  names(): MeetingName[]
  /** What was spoken in any of them, each once; `auto` where nobody knows. */
  languages(): string[]
  read(id: MeetingId): Meeting | null
  /** With its segments in the order they were spoken. */
  transcript(id: MeetingId): Transcript | null
  tracks(id: MeetingId): StoredTrack[]
  source(id: MeetingId): Source | null
  vocabulary(id: MeetingId): readonly string[]
  withState(state: MeetingState): MeetingId[]
  latest(): MeetingId | null
  /** Meetings of which nothing tells any more when they began. */
  withoutBeginning(): MeetingId[]
  /** Tells of such a meeting when it began, and what it is called. */
  begin(id: MeetingId, startedAtMs: number, title: string): void
  /** Sets the length recorded so far on a track, in samples. */
  grow(id: MeetingId, track: TrackName, samples: number): void
  setState(id: MeetingId, state: MeetingState): void
  setLanguage(id: MeetingId, language: string): void
  /** Leaves a revision with the old title; its author is a person. */
  rename(id: MeetingId, title: string, atMs: number): void
  /** Removes the meeting with its text, words, revisions and positions; nothing of it stays in the file. */
  delete(id: MeetingId): void
  /** One of many that are removed: its words leave the file with the `forget` behind the last of them. */
  erase(id: MeetingId): void
  forget(): void
}
