/** What the small windows show of the meeting that is recorded: one fold of the engine's events. */
import type { EngineEvent } from '#contract/events.ts'
import type { Hearing } from '#contract/hearing.ts'
import type { Meeting } from '#contract/meeting.ts'
import { type Captions, defaultSettings } from '#contract/settings.ts'
import type { Hypothesis, Segment, TrackName } from '#contract/transcript.ts'

export interface OverlayState {
  readonly link: 'looking' | 'connected' | 'lost'
  readonly captions: Captions
  /** The newest meeting that is live; null: nothing is recorded. */
  readonly meeting: Meeting | null
  readonly hearing: Hearing | null
  readonly heardMs: number
  /** The last ones, in the order of time. */
  readonly segments: readonly Segment[]
  readonly hypotheses: Readonly<Partial<Record<TrackName, Hypothesis>>>
}

export const firstOverlayState: OverlayState = {
  link: 'looking',
  captions: defaultSettings.captions,
  meeting: null,
  hearing: null,
  heardMs: 0,
  segments: [],
  hypotheses: {},
}

/** More than any caption shows; what is said for hours must not stay here. */
const mostSegments = 40

/** Begins with a meeting that is live, or with none. */
export function withMeeting(
  state: OverlayState,
  meeting: Meeting | null,
  { hearing = null, segments = [] }: Partial<Pick<OverlayState, 'hearing' | 'segments'>> = {},
): OverlayState {
  const heardMs = meeting?.durationMs ?? 0
  return { ...state, meeting, hearing, heardMs, segments: latest(segments), hypotheses: {} }
}

/** Takes in what the engine tells. */
export function receive(state: OverlayState, event: EngineEvent): OverlayState {
  if (event.type === 'settings.changed') return { ...state, captions: event.settings.captions }
  if (event.type === 'meeting.started')
    // A file that becomes a meeting is nothing that is being said.
    return event.meeting.imported ? state : withMeeting(state, event.meeting)
  if (event.type === 'hearing.changed')
    return isOurs(state, event.hearing.meetingId) ? { ...state, hearing: event.hearing } : state
  if (event.type === 'meeting.stopped')
    return isOurs(state, event.meeting.id) ? withMeeting(state, null) : state
  if (!('meetingId' in event) || !isOurs(state, event.meetingId)) return state
  return ofMeeting(state, event)
}

function ofMeeting(state: OverlayState, event: EngineEvent): OverlayState {
  switch (event.type) {
    case 'meeting.progressed':
      return { ...state, heardMs: event.heardMs }
    case 'meeting.deleted':
      return withMeeting(state, null)
    case 'hypothesis.changed': {
      const { [event.track]: _, ...others } = state.hypotheses
      const { hypothesis } = event
      const hypotheses = hypothesis ? { ...others, [event.track]: hypothesis } : others
      return { ...state, hypotheses }
    }
    case 'segment.committed':
      return { ...state, segments: together(state.segments, [event.segment]) }
    case 'segments.revised': {
      const gone = new Set(event.removed)
      const left = state.segments.filter(({ id }) => !gone.has(id))
      // What is older than all that is shown stays out of sight.
      const from = left[0]?.startMs ?? 0
      return {
        ...state,
        segments: together(
          left,
          event.segments.filter((one) => one.startMs >= from),
        ),
      }
    }
    default:
      return state
  }
}

function isOurs({ meeting }: OverlayState, id: Meeting['id']): boolean {
  return meeting?.id === id
}

function together(known: readonly Segment[], now: readonly Segment[]): readonly Segment[] {
  const ids = new Set(now.map(({ id }) => id))
  return latest([...known.filter(({ id }) => !ids.has(id)), ...now])
}

function latest(segments: readonly Segment[]): readonly Segment[] {
  return segments.toSorted((a, b) => a.startMs - b.startMs).slice(-mostSegments)
}
