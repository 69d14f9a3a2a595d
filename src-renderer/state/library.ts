import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'

export interface Library {
  /** `unread`: the engine has not told yet, or may have more to tell since. */
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly problem: string | null
  /** Whether the meetings were ever read: before that, an empty list means nothing. */
  readonly known: boolean
  /** Newest first. */
  readonly meetings: readonly Meeting[]
}

export const unreadLibrary: Library = {
  phase: 'unread',
  problem: null,
  known: false,
  meetings: [],
}

/** Takes in one event of the engine. */
export function applyToLibrary(library: Library, event: EngineEvent): Library {
  switch (event.type) {
    case 'meeting.started':
    case 'meeting.stopped':
    case 'meeting.changed':
    case 'meeting.restored':
    case 'meeting.merged':
      return { ...library, meetings: put(library.meetings, event.meeting) }
    case 'meeting.deleted':
      return {
        ...library,
        meetings: library.meetings.filter(({ id }) => id !== event.meetingId),
      }
    case 'meetings.organised': {
      const changed = new Map(event.meetings.map((meeting) => [meeting.id, meeting]))
      const meetings = library.meetings.map((meeting) => changed.get(meeting.id) ?? meeting)
      return { ...library, meetings }
    }
    case 'meetings.purged':
    case 'network.attempted':
    case 'import.changed':
    case 'meeting.progressed':
    case 'meeting.warned':
    case 'disk.measured':
    case 'hypothesis.changed':
    case 'segment.committed':
    case 'segments.revised':
    case 'speakers.changed':
    case 'edits.changed':
    case 'refining.changed':
    case 'export.progressed':
    case 'pace.changed':
    case 'decode.measured':
    case 'recognition.changed':
    case 'note.changed':
    case 'note.removed':
    case 'hearing.changed':
    case 'levels.measured':
    case 'sound.changed':
    case 'sound.measured':
    case 'devices.changed':
    case 'vocabulary.changed':
    case 'insights.changed':
    case 'summary.changed':
    case 'summary.progressed':
    case 'answer.progressed':
    case 'settings.changed':
    case 'performance.measured':
    case 'computer.progressed':
    case 'model.progressed':
    case 'models.changed':
    case 'retention.applied':
    case 'backups.changed':
    case 'damage.changed':
      return library
  }
}

/** The library as the engine lists it. */
export function wholeLibrary(meetings: readonly Meeting[]): Library {
  return { phase: 'whole', problem: null, known: true, meetings: meetings.toSorted(newestFirst) }
}

function put(meetings: readonly Meeting[], meeting: Meeting): readonly Meeting[] {
  return [...meetings.filter(({ id }) => id !== meeting.id), meeting].toSorted(newestFirst)
}

function newestFirst(a: Meeting, b: Meeting): number {
  return b.startedAt.localeCompare(a.startedAt) || a.id.localeCompare(b.id)
}

export function findMeeting(library: Library, id: MeetingId): Meeting | null {
  return library.meetings.find((meeting) => meeting.id === id) ?? null
}

/** The meeting that is being heard now; the youngest, should there be several. A file that is read is none. */
export function liveMeeting(library: Library): Meeting | null {
  return library.meetings.find(({ state, imported }) => state === 'live' && !imported) ?? null
}
