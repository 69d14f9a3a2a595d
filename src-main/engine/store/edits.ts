import type { EditKind, EditStack, Voice } from '#contract/edit.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'

/** Segments in the place of others, or names in the place of others. */
export type Change =
  | {
      readonly about: 'text'
      readonly before: readonly Segment[]
      readonly after: readonly Segment[]
    }
  | { readonly about: 'speaker'; readonly voices: readonly VoiceChange[] }

export interface VoiceChange {
  readonly segmentId: SegmentId
  readonly before: string | null
  readonly after: string | null
}

/** A change to a meeting as its history holds it. */
export interface KeptChange {
  readonly number: number
  readonly what: EditKind
  readonly author: 'engine' | 'person'
  readonly atMs: number
  /** The edit that this one undid, redid or reverted. */
  readonly of: number | null
  /** Null where it is no edit that can be undone. */
  readonly state: 'done' | 'undone' | 'dropped' | null
  /** Null for a change of the title, or of one text of which only the words were kept. */
  readonly change: Change | null
  readonly before: string
  readonly after: string
  readonly segmentId: SegmentId | null
}

export interface NewEdit {
  readonly what: EditKind
  readonly change: Change
  readonly of?: number
  readonly atMs: number
}

export interface SaidBy {
  readonly name: string | null
  readonly track: TrackName
  readonly segmentCount: number
  readonly spokenMs: number
  readonly firstMs: number
}

/** What a person changes, and the stack on which it can be undone. Each change and its entries are kept together. */
export interface Edits {
  /** A new edit. What was undone before can not be made again any more. Answers with its number. */
  make(meetingId: MeetingId, edit: NewEdit): number
  /** Undoes an edit or makes it again, by this change. */
  turn(meetingId: MeetingId, number: number, to: 'undone' | 'done', edit: NewEdit): void
  /** The edit that undoing or redoing is about now, or null. */
  next(meetingId: MeetingId, way: 'undo' | 'redo'): KeptChange | null
  stack(meetingId: MeetingId): EditStack
  read(meetingId: MeetingId, number: number): KeptChange | null
  /** The newest first. */
  history(meetingId: MeetingId, before: number | null, limit: number): KeptChange[]
  /** In the order of time, without their words. */
  texts(meetingId: MeetingId): ReadonlyArray<Pick<Segment, 'id' | 'text'>>
  /** By name and track, in the order in which they are first heard. */
  saidBy(meetingId: MeetingId): SaidBy[]
  segmentsOf(meetingId: MeetingId, voice: Voice): SegmentId[]
}
