/** Makes a person's edits: each kept with its entry in the history, and told to everybody who has the meeting open. */
import type { EditKind, EditResult } from '#contract/edit.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { type Change, sizeOf } from './editing/change.ts'
import type { Store } from './store/store.ts'

export interface Editing {
  readonly store: Store
  readonly now: () => number
  readonly newId: () => string
  readonly isOpen: (id: SegmentId) => boolean
  readonly tell: (event: EngineEvent) => void
}

export interface MakingEdits {
  /** Does all of the work or none of it, and tells of its edits when it is kept. */
  atOnce<T>(work: () => T): T
  /** A new edit, within `atOnce`; one that changes nothing leaves no trace. */
  make(meetingId: MeetingId, what: EditKind, change: Change, of?: number): EditResult
  /** Undoes a known edit, or makes it again. */
  turn(meetingId: MeetingId, number: number, to: 'undone' | 'done', change: Change): EditResult
  /** A segment that nobody is still speaking. */
  closed(meetingId: MeetingId, id: SegmentId): Segment
}

export function makingEdits({ store, now, isOpen, tell }: Editing): MakingEdits {
  let due: EngineEvent[] = []
  const note = (meetingId: MeetingId, change: Change): void => {
    const stack = store.edits.stack(meetingId)
    due.push(...eventsOf(meetingId, change), { type: 'edits.changed', meetingId, ...stack })
  }

  return {
    atOnce(work) {
      due = []
      const result = store.transaction(work)
      for (const event of due.splice(0)) tell(event)
      return result
    },
    make(meetingId, what, change, of) {
      const segments = sizeOf(change)
      if (segments === 0) return { id: null, segments: 0 }
      const entry = { what, change, atMs: now(), ...(of === undefined ? {} : { of }) }
      const id = store.edits.make(meetingId, entry)
      note(meetingId, change)
      return { id, segments }
    },
    turn(meetingId, number, to, change) {
      const what = to === 'undone' ? 'undone' : 'redone'
      store.edits.turn(meetingId, number, to, { what, change, atMs: now() })
      note(meetingId, change)
      return { id: number, segments: sizeOf(change) }
    },
    closed(meetingId, id) {
      const segment = store.segments.read(meetingId, id)
      if (!segment) throw new AppError('not_found', 'This text is not there any more.')
      if (isOpen(id)) throw new AppError('meeting_busy', stillSpoken)
      return segment
    },
  }
}

function eventsOf(meetingId: MeetingId, change: Change): EngineEvent[] {
  if (change.about === 'speaker') {
    const named = Map.groupBy(change.voices, ({ after }) => after)
    const changes = Array.from(named, ([speaker, voices]) => ({
      speaker,
      segmentIds: voices.map(({ segmentId }) => segmentId),
    }))
    return [{ type: 'speakers.changed', meetingId, changes }]
  }
  const staying = new Set(change.after.map(({ id }) => id))
  const tracks = new Set([...change.before, ...change.after].map(({ track }) => track))
  return Array.from(tracks, (track) => ({
    type: 'segments.revised',
    meetingId,
    track,
    removed: change.before
      .filter((one) => one.track === track && !staying.has(one.id))
      .map(({ id }) => id),
    segments: change.after.filter((one) => one.track === track),
  }))
}

const stillSpoken = 'This sentence is still being spoken. Change it when it has ended.'
