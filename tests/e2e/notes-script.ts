/** The part of the scripted engine that keeps notes, and tells what a meeting is recognised by. */
import { randomUUID } from 'node:crypto'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { type MeetingId, NoteId } from '#contract/ids.ts'
import type { LiveRecognition } from '#contract/live-recognition.ts'
import type { Note } from '#contract/note.ts'

type NotesApi = Pick<
  EngineApi,
  'note.add' | 'note.edit' | 'note.remove' | 'note.list' | 'meeting.recognition'
>

export interface NotesScript {
  readonly api: NotesApi
  /** Says what turns a meeting into text from now on, and tells it. */
  recognise(recognition: LiveRecognition): void
}

export function notesScript(emit: (event: EngineEvent) => void): NotesScript {
  const notes = new Map<NoteId, Note>()
  const recognitions = new Map<MeetingId, LiveRecognition>()

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
    recognise(recognition) {
      recognitions.set(recognition.meetingId, recognition)
      emit({ type: 'recognition.changed', recognition })
    },
    api: {
      'meeting.recognition': async ({ meetingId }) => recognitions.get(meetingId) ?? null,
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
    },
  }
}
