/** What a person writes beside a meeting: while it goes on, and later. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { type MeetingId, NoteId } from '#contract/ids.ts'
import type { NoteKind } from '#contract/note.ts'
import type { Work } from './launch-meeting.ts'
import type { MeetingRuns } from './meeting-runs.ts'

type NoteCommand = 'note.add' | 'note.edit' | 'note.remove' | 'note.list'

type Asked = Pick<Work, 'parts' | 'tell'> & Pick<MeetingRuns, 'running'>

export function noteCommands({
  parts: { keeping, newId },
  tell,
  running,
}: Asked): Pick<EngineApi, NoteCommand> {
  const { meetings, notes } = keeping.store

  /** How much of a meeting was heard; of one that another program hears, as far as that was kept. */
  function heardMs(id: MeetingId): number {
    const meeting = meetings.read(id)
    if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
    return running(id)?.heardMs() ?? meeting.durationMs
  }

  return {
    async 'note.add'({ meetingId, atMs, kind, text }) {
      const nowMs = heardMs(meetingId)
      requireWords(kind, text)
      const id = NoteId.parse(newId())
      const note = notes.add({ id, meetingId, kind, atMs: atMs ?? nowMs, text })
      tell({ type: 'note.changed', note })
      return note
    },
    async 'note.edit'({ noteId, text }) {
      const known = notes.read(noteId)
      if (!known) throw gone()
      requireWords(known.kind, text)
      const note = notes.edit(noteId, text)
      if (!note) throw gone()
      tell({ type: 'note.changed', note })
      return note
    },
    async 'note.remove'({ noteId }) {
      const known = notes.read(noteId)
      notes.remove(noteId)
      if (known) tell({ type: 'note.removed', meetingId: known.meetingId, noteId })
      return null
    },
    async 'note.list'({ meetingId }) {
      heardMs(meetingId)
      return notes.ofMeeting(meetingId)
    },
  }
}

function requireWords(kind: NoteKind, text: string): void {
  if (kind === 'bookmark' || text !== '') return
  throw new AppError('invalid_input', 'A note needs words. Nothing was changed.')
}

function gone(): AppError {
  return new AppError('not_found', 'This note is not there any more.')
}
