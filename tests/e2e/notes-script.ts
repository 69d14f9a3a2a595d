/** The part of the scripted engine that keeps notes, and knows not yet what a meeting is recognised by. */
import { randomUUID } from 'node:crypto'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { NoteId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'

type NotesApi = Pick<
  EngineApi,
  'meeting.recognition' | 'note.add' | 'note.edit' | 'note.remove' | 'note.list'
>

export function notesScript(emit: (event: EngineEvent) => void): NotesApi {
  const notes = new Map<NoteId, Note>()

  function noteOf(id: NoteId): Note {
    const note = notes.get(id)
    if (!note) throw new AppError('not_found', 'This note is not there any more.')
    return note
  }
  function put(note: Note): Note {
    notes.set(note.id, note)
    emit({ type: 'note.changed', note })
    return note
  }

  return {
    'meeting.recognition': async () => null,
    'note.add': async ({ meetingId, atMs, kind, text }) => {
      const wish = { meetingId, kind, atMs: atMs ?? 0, text }
      const same = [...notes.values()].find(
        ({ id: _, ...known }) => JSON.stringify(known) === JSON.stringify(wish),
      )
      return put(same ?? { id: NoteId.parse(randomUUID()), ...wish })
    },
    'note.edit': async ({ noteId, text }) => put({ ...noteOf(noteId), text }),
    'note.remove': async ({ noteId }) => {
      const { meetingId } = noteOf(noteId)
      notes.delete(noteId)
      emit({ type: 'note.removed', meetingId, noteId })
      return null
    },
    'note.list': async ({ meetingId }) =>
      [...notes.values()]
        .filter((note) => note.meetingId === meetingId)
        .toSorted((a, b) => a.atMs - b.atMs),
  }
}
