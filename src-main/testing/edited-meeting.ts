/** A meeting of two voices in a store of its own, and all that can be done to its text. */
import { randomUUID } from 'node:crypto'
import { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { editCommands } from '#engine/edit-commands.ts'
import { historyCommands } from '#engine/history-commands.ts'
import { speakerCommands } from '#engine/speaker-commands.ts'
import { begin, spoken, upTo } from '#engine/store/fixtures/spoken.ts'
import { REFINING } from '#engine/store/reader-positions.ts'
import type { Store } from '#engine/store/store.ts'
import { openStore } from '#engine/store/store.sqlite.ts'

export const spokenLines = [
  'good mourning all',
  'we agreed two wait',
  'okay then',
  'Anna sends the report',
]

export function editedMeeting(store: Store = openStore(':memory:')) {
  const meetingId = begin(store)
  const tracks = ['me', 'them'] as const
  for (const [index, track] of tracks.entries()) {
    const kept = spokenLines.map((text, at) => spoken(at * 2 + index, text, track))
    store.segments.commit(meetingId, kept, upTo(10, track))
  }
  return { ...editing(store), meetingId, of: (at: number) => idAt(store, meetingId, at) }
}

/** The commands over a store, and what they told. */
export function editing(store: Store) {
  const told: EngineEvent[] = []
  const open = new Set<SegmentId>()
  let now = 100
  const work = {
    store,
    now: () => now++,
    newId: () => randomUUID(),
    isOpen: (id: SegmentId) => open.has(id),
    tell: (event: EngineEvent) => void told.push(EngineEvent.parse(event)),
  }
  const api = { ...editCommands(work), ...speakerCommands(work), ...historyCommands(work) }
  return { store, api, told, open }
}

function idAt(store: Store, meetingId: MeetingId, at: number): SegmentId {
  const segment = store.segments.ofMeeting(meetingId)[at]
  if (!segment) throw new Error(`there is no segment ${at}`)
  return segment.id
}

/** What a stronger reading does. */
export function readBetter(
  store: Store,
  meetingId: MeetingId,
  before: Segment,
  text: string,
): void {
  const after = { ...before, text, status: 'final' as const }
  const advance = { track: before.track, reader: REFINING, toSample: 1 }
  const changes = [{ before: [before], after: [after] }]
  store.segments.revise(meetingId, { changes, settled: [] }, { advance, atMs: 5 })
}
