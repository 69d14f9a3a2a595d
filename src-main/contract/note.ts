import { z } from 'zod'
import { MeetingId, NoteId } from './ids.ts'

/** `note`: a person's own words. `bookmark`: a place to come back to, with or without words. */
const NoteKind = z.enum(['note', 'bookmark'])
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

const NoteText = z.string().trim().max(10_000)

/** What a client may ask about notes: entries of `commands`. */
export const noteCommands = {
  /**
   * Writes a note beside a meeting, or sets a bookmark. Null: now, in the sound that was heard. What is there already, with
   * the same words at the same time, is answered with, so that a note whose answer was lost can be sent again.
   */
  'note.add': {
    input: z.strictObject({
      meetingId: MeetingId,
      atMs: z.int().nonnegative().nullable(),
      kind: NoteKind,
      text: NoteText,
    }),
    output: Note,
  },
  'note.edit': { input: z.strictObject({ noteId: NoteId, text: NoteText }), output: Note },
  'note.remove': { input: z.strictObject({ noteId: NoteId }), output: z.null() },
  /** In the order of their places. */
  'note.list': { input: z.strictObject({ meetingId: MeetingId }), output: z.array(Note) },
} as const
