import type { NoteHit, SearchFilters } from '#contract/ask.ts'
import type { MeetingId, NoteId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'

/** What persons wrote beside meetings. It leaves with its meeting. */
export interface Notes {
  /** Answers with the one that is kept: the same words of a kind at the same time are one note. */
  add(note: Note): Note
  /** Null where it is gone. */
  edit(id: NoteId, text: string): Note | null
  remove(id: NoteId): void
  read(id: NoteId): Note | null
  /** In the order of their places. */
  ofMeeting(meetingId: MeetingId): Note[]
  /** Those that hold all of the words, the last written first. Any string is a valid query. */
  find(query: string, limit: number, filters: SearchFilters): NoteHit[]
}
