/** What a person can do with notes. Nothing that was typed is let go before the engine says that it is kept. */
import { AppError } from '#contract/errors.ts'
import type { MeetingId, NoteId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'
import type { EngineClient } from '#wire/connect.ts'
import { type UnsentNote, withoutUnsent, withTyped, withUnsent, withWritten } from './drafts.ts'
import { applyToNotes, notesAnswered, notesAsked, notesFailed } from './notes.ts'
import { lasting, problemNotice, tell, type Update } from './perform.ts'
import { recognitionAnswered } from './recognitions.ts'
import type { AppStore } from './store.ts'

export interface NoteActions {
  readNotes(meetingId: MeetingId): Promise<void>
  readRecognition(meetingId: MeetingId): Promise<void>
  /** What stands in the field for a new note, while the meeting is at `nowMs`. */
  typeNote(meetingId: MeetingId, text: string, nowMs: number): void
  /** Keeps what was typed. */
  writeNote(meetingId: MeetingId): Promise<void>
  bookmark(meetingId: MeetingId, atMs: number): Promise<void>
  /** Keeps what is not kept yet; asked for again when the connection is back. */
  sendNotes(): Promise<void>
  /** It is not wanted any more, although it was never kept. */
  dropUnsent(note: UnsentNote): void
  editNote(noteId: NoteId, text: string): Promise<boolean>
  removeNote(noteId: NoteId): Promise<boolean>
  /** Takes a removal back. */
  restoreNote(note: Note): Promise<void>
}

export function noteActions(store: AppStore, client: EngineClient): NoteActions {
  const update: Update = (change) => store.setState(change)
  let sending: Promise<void> | null = null

  /** One after the other, in the order in which they were written; what cannot be kept now waits. */
  async function sendAll(): Promise<void> {
    const refused = new Set<UnsentNote>()
    for (;;) {
      const next = store.getState().drafts.unsent.find((note) => !refused.has(note))
      if (!next) return
      try {
        const note = await client.call('note.add', next)
        update(({ drafts, notes }) => ({
          drafts: withoutUnsent(drafts, next),
          notes: applyToNotes(notes, { type: 'note.changed', note }),
        }))
      } catch (error) {
        if (error instanceof AppError && error.code === 'engine_gone') return
        refused.add(next)
        tell(update, problemNotice(error, next.meetingId))
      }
    }
  }

  function sendNotes(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  function keep(note: UnsentNote): Promise<void> {
    update(({ drafts }) => ({ drafts: withUnsent(drafts, note) }))
    return sendNotes()
  }

  return {
    ...readers(update, client),
    typeNote: (meetingId, text, nowMs) =>
      update(({ drafts }) => ({ drafts: withTyped(drafts, meetingId, text, nowMs) })),
    async writeNote(meetingId) {
      update(({ drafts }) => ({ drafts: withWritten(drafts, meetingId) }))
      await sendNotes()
    },
    bookmark: (meetingId, atMs) =>
      keep({ meetingId, kind: 'bookmark', atMs: Math.round(atMs), text: '' }),
    restoreNote: ({ meetingId, kind, atMs, text }) => keep({ meetingId, kind, atMs, text }),
    sendNotes,
    dropUnsent: (note) => update(({ drafts }) => ({ drafts: withoutUnsent(drafts, note) })),
    editNote: (noteId, text) =>
      attempt(update, async () => {
        const note = await client.call('note.edit', { noteId, text })
        update(({ notes }) => ({ notes: applyToNotes(notes, { type: 'note.changed', note }) }))
      }),
    removeNote: (noteId) =>
      attempt(update, async () => void (await client.call('note.remove', { noteId }))),
  }
}

async function attempt(update: Update, work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    tell(update, problemNotice(error, null))
    return false
  }
}

function readers(
  update: Update,
  client: EngineClient,
): Pick<NoteActions, 'readNotes' | 'readRecognition'> {
  return {
    async readNotes(meetingId) {
      update(({ notes }) => ({ notes: notesAsked(notes, meetingId) }))
      try {
        const answer = await client.call('note.list', { meetingId })
        update(({ notes }) => ({ notes: notesAnswered(notes, meetingId, answer) }))
      } catch (error) {
        const problem = lasting(error)
        update(({ notes }) => ({ notes: notesFailed(notes, meetingId, problem) }))
      }
    },
    async readRecognition(meetingId) {
      // Where it cannot be told, the line that shows it stays without it: nothing rests on it.
      const answer = await client.call('meeting.recognition', { meetingId }).catch(() => null)
      update(({ recognitions }) => ({
        recognitions: recognitionAnswered(recognitions, meetingId, answer),
      }))
    },
  }
}
