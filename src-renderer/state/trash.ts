/** Deleted meetings, as far as the page knows them. */
import type { EngineEvent } from '#contract/events.ts'
import type { DeletedMeeting } from '#contract/library.ts'

export interface Trash {
  /** `unread`: the engine was not asked yet, or something was deleted since. */
  readonly phase: 'unread' | 'reading' | 'whole'
  /** The last deleted first. */
  readonly meetings: readonly DeletedMeeting[]
}

export const unreadTrash: Trash = { phase: 'unread', meetings: [] }

export function applyToTrash(trash: Trash, event: EngineEvent): Trash {
  switch (event.type) {
    case 'meeting.deleted':
      return { ...trash, phase: 'unread' }
    case 'meeting.restored':
      return without(trash, [event.meeting.id])
    case 'meetings.purged':
      return without(trash, event.meetingIds)
    default:
      return trash
  }
}

function without(trash: Trash, ids: readonly string[]): Trash {
  const gone = new Set(ids)
  return { ...trash, meetings: trash.meetings.filter(({ id }) => !gone.has(id)) }
}
