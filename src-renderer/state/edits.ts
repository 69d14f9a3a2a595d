/** What can be undone and made again in each meeting: a pure fold over the engine's events. */
import type { EditStack } from '#contract/edit.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'

/** Missing where nobody has asked yet. */
export type Edits = Readonly<Partial<Record<MeetingId, EditStack>>>

export const nothingToUndo: EditStack = { undo: null, redo: null }

export function applyToEdits(edits: Edits, event: EngineEvent): Edits {
  switch (event.type) {
    case 'edits.changed': {
      const { meetingId, undo, redo } = event
      return { ...edits, [meetingId]: { undo, redo } }
    }
    case 'meeting.deleted': {
      const { [event.meetingId]: _, ...rest } = edits
      return rest
    }
    default:
      return edits
  }
}
