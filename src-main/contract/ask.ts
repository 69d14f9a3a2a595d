/** Finding what was said, and asking about it. */
import { z } from 'zod'
import { MeetingCitation } from './citation.ts'
import { MeetingId } from './ids.ts'
import { SearchHit } from './meeting.ts'
import { Note } from './note.ts'
import { TrackName } from './transcript.ts'

/** What a place must be like; null: anything. */
export const SearchFilters = z.strictObject({
  meetingId: MeetingId.nullable(),
  track: TrackName.nullable(),
  speaker: z.string().min(1).nullable(),
  /** The day of the meeting, the first and the last one. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** Only places where something of this kind was found; `note`: only what persons noted. */
  kind: z.enum(['action', 'decision', 'question', 'note']).nullable(),
})
export type SearchFilters = Readonly<z.infer<typeof SearchFilters>>

export const anywhere: SearchFilters = {
  meetingId: null,
  track: null,
  speaker: null,
  from: null,
  to: null,
  kind: null,
}

/** A note that holds the words. In `snippet` the matched words stand between U+0002 and U+0003. */
export const NoteHit = z.strictObject({
  meetingTitle: z.string(),
  startedAt: z.iso.datetime(),
  note: Note,
  snippet: z.string(),
})
export type NoteHit = Readonly<z.infer<typeof NoteHit>>

export const SearchResult = z.strictObject({
  hits: z.array(SearchHit),
  /** What persons noted, the newest first; none where a voice is asked for, because nobody said it. */
  notes: z.array(NoteHit),
  by: z.enum(['text', 'text_and_meaning']),
  /** Why it was not looked for by meaning, or not everywhere, for people; else null. */
  without: z.string().nullable(),
})
export type SearchResult = Readonly<z.infer<typeof SearchResult>>

export const Answer = z.strictObject({
  question: z.string(),
  /** False: nothing in the meetings bears an answer, and there are no lines. */
  supported: z.boolean(),
  lines: z.array(
    z.strictObject({ text: z.string().min(1), citations: z.array(MeetingCitation).min(1) }),
  ),
  /** The places that were read for it, the most fitting first. */
  sources: z.array(SearchHit),
  model: z.string().nullable(),
  /** Why no language model answered, or it was not looked for by meaning, for people; else null. */
  without: z.string().nullable(),
  dropped: z.int().nonnegative(),
})
export type Answer = Readonly<z.infer<typeof Answer>>
