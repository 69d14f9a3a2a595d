/** What the desktop shows of the engine: one fold of its events, from which tray, taskbar and pill are derived. */
import type { EngineEvent } from '#contract/events.ts'
import type { Hearing } from '#contract/hearing.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { defaultSettings, type Settings } from '#contract/settings.ts'
import type { Warning } from '#contract/warning.ts'

/** A live meeting. One that hears no devices (a file that is read) has no hearing, and is no recording. */
export interface LiveMeeting {
  readonly meeting: Meeting
  readonly hearing: Hearing | null
  readonly heardMs: number
  /** How far text is behind the sound. */
  readonly lagMs: number
  readonly paceStep: number
  /** What is wrong at this moment, the newest last. */
  readonly warnings: readonly Warning[]
}

export interface DesktopState {
  readonly engine: 'away' | 'here'
  readonly settings: Settings
  /** In the order in which they began. */
  readonly live: readonly LiveMeeting[]
  /** Models that are being fetched, by their share, 0 to 1; null where their size is not known. */
  readonly fetching: Readonly<Record<string, number | null>>
}

export const firstState: DesktopState = {
  engine: 'away',
  settings: defaultSettings,
  live: [],
  fetching: {},
}

/** What a new connection to the engine learns by asking. */
export interface Found {
  readonly settings: Settings
  readonly live: ReadonlyArray<Pick<LiveMeeting, 'meeting' | 'hearing'>>
}

export function withEngine(state: DesktopState, { settings, live }: Found): DesktopState {
  const known = new Map(state.live.map((one) => [one.meeting.id, one]))
  const now = live.map(({ meeting, hearing }) => ({
    ...(known.get(meeting.id) ?? fresh(meeting)),
    meeting,
    hearing,
  }))
  return { ...state, engine: 'here', settings, live: now }
}

/** The engine is lost: nothing is recorded until it is back. */
export function withoutEngine(state: DesktopState): DesktopState {
  return { ...state, engine: 'away', live: [], fetching: {} }
}

/** Takes in what the engine tells. */
export function receive(state: DesktopState, event: EngineEvent): DesktopState {
  switch (event.type) {
    case 'settings.changed':
      return { ...state, settings: event.settings }
    case 'meeting.started':
      return withMeeting(state, event.meeting)
    case 'meeting.changed':
      return event.meeting.state === 'live'
        ? withMeeting(state, event.meeting)
        : without(state, event.meeting.id)
    case 'meeting.stopped':
      return without(state, event.meeting.id)
    case 'meeting.deleted':
      return without(state, event.meetingId)
    case 'hearing.changed':
      return change(state, event.hearing.meetingId, () => ({ hearing: event.hearing }))
    case 'meeting.progressed':
      return change(state, event.meetingId, () => ({ heardMs: event.heardMs }))
    case 'pace.changed':
      return change(state, event.meetingId, () => ({ lagMs: event.lagMs, paceStep: event.step }))
    case 'meeting.warned': {
      const { type: _, meetingId, ...warning } = event
      return change(state, meetingId, ({ warnings }) => ({
        warnings: withWarning(warnings, warning),
      }))
    }
    case 'model.progressed': {
      const { modelId, receivedBytes, totalBytes, phase } = event
      const { [modelId]: _, ...others } = state.fetching
      if (phase === 'checking') return { ...state, fetching: others }
      const share = totalBytes ? receivedBytes / totalBytes : null
      return { ...state, fetching: { ...others, [modelId]: share } }
    }
    default:
      return state
  }
}

function fresh(meeting: Meeting): LiveMeeting {
  const { durationMs } = meeting
  return { meeting, hearing: null, heardMs: durationMs, lagMs: 0, paceStep: 0, warnings: [] }
}

function withMeeting(state: DesktopState, meeting: Meeting): DesktopState {
  const isKnown = state.live.some((one) => one.meeting.id === meeting.id)
  if (!isKnown) return { ...state, live: [...state.live, fresh(meeting)] }
  return change(state, meeting.id, () => ({ meeting }))
}

function without(state: DesktopState, id: MeetingId): DesktopState {
  return { ...state, live: state.live.filter(({ meeting }) => meeting.id !== id) }
}

function change(
  state: DesktopState,
  id: MeetingId,
  to: (before: LiveMeeting) => Partial<LiveMeeting>,
): DesktopState {
  if (!state.live.some(({ meeting }) => meeting.id === id)) return state
  const live = state.live.map((one) => (one.meeting.id === id ? { ...one, ...to(one) } : one))
  return { ...state, live }
}

function withWarning(before: readonly Warning[], warning: Warning): readonly Warning[] {
  const others = before.filter(
    ({ code, track }) => code !== warning.code || track !== warning.track,
  )
  return warning.over ? others : [...others, warning]
}
