/** A meeting whose text is really edited, in a store of its own, behind an engine that is otherwise scripted. */
import { randomUUID } from 'node:crypto'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { editCommands } from '#engine/edit-commands.ts'
import { historyCommands } from '#engine/history-commands.ts'
import { speakerCommands } from '#engine/speaker-commands.ts'
import { RECOGNITION } from '#engine/store/reader-positions.ts'
import { openStore } from '#engine/store/store.sqlite.ts'
import { aMeeting, aSegment, type ScriptedEngine } from './scripted-engine.ts'

export const said: readonly Segment[] = [
  aSegment('them', 0, 'good mourning to everybody'),
  aSegment('me', 4_000, 'morning Müller sends the report'),
  aSegment('me', 6_200, 'and muller reads it'),
  aSegment('them', 9_000, 'we agreed two wait'),
]

/** Keeps the meeting and answers all commands that edit it as the real engine does. */
export function editedMeeting(
  engine: ScriptedEngine,
  segments: readonly Segment[] = said,
): Meeting {
  const store = openStore(':memory:')
  const meeting = engine.keep(aMeeting({ title: 'Call' }), segments)
  const meetingId = meeting.id
  store.meetings.create({
    id: meetingId,
    title: meeting.title,
    startedAtMs: Date.parse(meeting.startedAt),
    language: 'en',
    model: meeting.model,
    tracks: ['me', 'them'],
    source: { kind: 'both', microphoneId: null, systemId: null },
    vocabulary: [],
  })
  for (const track of ['me', 'them'] as const) {
    const own = segments.filter((segment) => segment.track === track)
    store.segments.commit(meetingId, own, { track, reader: RECOGNITION, toSample: 1 })
  }
  const read = engine.api['meeting.read']
  const work = {
    store,
    now: () => Date.now(),
    newId: () => randomUUID(),
    isOpen: () => false,
    tell: engine.emit,
  }
  Object.assign(engine.script, editCommands(work), speakerCommands(work), historyCommands(work), {
    'meeting.read': async (input: { meetingId: Meeting['id'] }) => ({
      ...(await read(input)),
      segments: store.segments.ofMeeting(meetingId),
    }),
  })
  return meeting
}
