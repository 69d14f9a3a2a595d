import { z } from 'zod'
import { MeetingId, NoteId } from './ids.ts'

/** `note`: a person's own words. `bookmark`: a place to come back to, with or without words. */
export const NoteKind = z.enum(['note', 'bookmark'])
export type NoteKind = z.infer<typeof NoteKind>

/** What a person writes beside a meeting, at its place in the time of the meeting. */
export const Note = z.strictObject({
  id: NoteId,
  meetingId: MeetingId,
  kind: NoteKind,
  /** Counts from the start of the meeting; of a note, when its first letter was typed. */
  atMs: z.int().nonnegative(),
  text: z.string(),
})
export type Note = Readonly<z.infer<typeof Note>>

export const NoteText = z.string().trim().max(10_000)
