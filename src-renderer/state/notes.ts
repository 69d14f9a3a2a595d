/** What persons wrote beside meetings, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'

export interface KnownNotes {
  /** `unread`: there may be more than is known. */
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly problem: string | null
  /** In the order of their places. */
  readonly notes: readonly Note[]
}

export type NotesByMeeting = Readonly<Partial<Record<MeetingId, KnownNotes>>>

export const unreadNotes: KnownNotes = { phase: 'unread', problem: null, notes: [] }

export function applyToNotes(all: NotesByMeeting, event: EngineEvent): NotesByMeeting {
  switch (event.type) {
    case 'note.changed': {
      const { note } = event
      return change(all, note.meetingId, (notes) =>
        [...notes.filter(({ id }) => id !== note.id), note].toSorted((a, b) => a.atMs - b.atMs),
      )
    }
    case 'note.removed':
      return change(all, event.meetingId, (notes) => notes.filter(({ id }) => id !== event.noteId))
    case 'meeting.deleted': {
      const { [event.meetingId]: _, ...rest } = all
      return rest
    }
    default:
      return all
  }
}

/** An answer that is under way may not know of the change: it is asked for again. */
function change(
  all: NotesByMeeting,
  meetingId: MeetingId,
  work: (notes: readonly Note[]) => readonly Note[],
): NotesByMeeting {
  const before = all[meetingId] ?? unreadNotes
  const phase = before.phase === 'reading' ? 'unread' : before.phase
  return { ...all, [meetingId]: { ...before, phase, notes: work(before.notes) } }
}

export function notesAsked(all: NotesByMeeting, meetingId: MeetingId): NotesByMeeting {
  return { ...all, [meetingId]: { ...(all[meetingId] ?? unreadNotes), phase: 'reading' } }
}

export function notesAnswered(
  all: NotesByMeeting,
  meetingId: MeetingId,
  notes: readonly Note[],
): NotesByMeeting {
  if (all[meetingId]?.phase !== 'reading') return all
  return { ...all, [meetingId]: { phase: 'whole', problem: null, notes } }
}

/** Without a problem the connection was lost, and it is asked for again. */
export function notesFailed(
  all: NotesByMeeting,
  meetingId: MeetingId,
  problem: string | null,
): NotesByMeeting {
  const before = all[meetingId]
  if (before?.phase !== 'reading') return all
  const phase = problem === null ? 'unread' : 'failed'
  return { ...all, [meetingId]: { ...before, phase, problem } }
}

/** Nobody is listening: what is shown stays, but may not be all. */
export function notesLost(all: NotesByMeeting): NotesByMeeting {
  return Object.fromEntries(
    Object.entries(all).map(([id, known]) => [id, { ...(known ?? unreadNotes), phase: 'unread' }]),
  )
}
