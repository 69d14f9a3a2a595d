/** Who speaks in a meeting, as far as persons have named them. */
import type { EngineApi } from '#contract/commands.ts'
import type { EditKind, EditResult, Speaker } from '#contract/edit.ts'
import { AppError } from '#contract/errors.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { VoiceChange } from './editing/change.ts'
import { type Editing, makingEdits } from './make-edits.ts'
import type { SaidBy } from './store/edits.ts'

type SpeakerCommand = 'segment.assign' | 'speaker.list' | 'speaker.rename'

export function speakerCommands(work: Editing): Pick<EngineApi, SpeakerCommand> {
  const { store, isOpen } = work
  const { make, closed, atOnce } = makingEdits(work)
  function name(meetingId: MeetingId, what: EditKind, voices: VoiceChange[]): EditResult {
    return make(meetingId, what, { about: 'speaker', voices })
  }

  return {
    'segment.assign': async ({ meetingId, segmentIds, speaker }) =>
      atOnce(() => {
        const known = new Set(segmentIds).values().map((id) => closed(meetingId, id))
        const voices = known
          .filter((segment) => segment.speaker !== speaker)
          .map(({ id, speaker: before }) => ({ segmentId: id, before, after: speaker }))
        return name(meetingId, 'assigned', [...voices])
      }),
    'speaker.list': async ({ meetingId }) => together(store.edits.saidBy(meetingId)),
    'speaker.rename': async ({ meetingId, voice, name: after }) =>
      atOnce(() => {
        const before = 'name' in voice ? voice.name : null
        const ids = store.edits.segmentsOf(meetingId, voice)
        if (ids.length === 0) throw new AppError('not_found', nobody)
        if (before === after) return { id: null, segments: 0 }
        const closedIds = ids.filter((id: SegmentId) => !isOpen(id))
        const voices = closedIds.map((segmentId) => ({ segmentId, before, after }))
        return name(meetingId, 'renamed', voices)
      }),
  }
}

/** A name is one voice, on whatever tracks it is heard; whoever has none is one for each track. */
function together(said: readonly SaidBy[]): Speaker[] {
  const voices = Map.groupBy(said, ({ name, track }) => name ?? `\0${track}`)
  return Array.from(voices.values(), (parts) => ({
    name: parts[0]?.name ?? null,
    tracks: parts.map(({ track }) => track),
    segmentCount: parts.reduce((sum, { segmentCount }) => sum + segmentCount, 0),
    spokenMs: parts.reduce((sum, { spokenMs }) => sum + spokenMs, 0),
  }))
}

const nobody = 'Nobody of that name speaks in this meeting any more. Read it again to see who does.'
