/** What live meetings hear, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'
import type { Hearing } from '#contract/hearing.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'

export interface MeetingHearing {
  /** `unread`: the engine has not told, or may have more to tell since. `failed`: it could not tell. */
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  /** What was told last; null where this program listens to no devices for the meeting. */
  readonly hearing: Hearing | null
  /** Since when sound has to arrive, on the page's own clock; null while it is paused. */
  readonly awaitedSinceMs: number | null
  /** When silence ends it, on the page's own clock; null while no end is announced, or time stands still in a pause. */
  readonly silenceEndsAtMs: number | null
  /** What each track heard last, so that a lost device can be named. */
  readonly lastDevices: Readonly<Partial<Record<TrackName, string>>>
}

export type Hearings = Readonly<Partial<Record<MeetingId, MeetingHearing>>>

export const unreadHearing: MeetingHearing = {
  phase: 'unread',
  hearing: null,
  awaitedSinceMs: 0,
  silenceEndsAtMs: null,
  lastDevices: {},
}

/** Takes in one event, which reached the page at `nowMs`. */
export function applyToHearings(hearings: Hearings, event: EngineEvent, nowMs: number): Hearings {
  switch (event.type) {
    case 'hearing.changed':
      return withHearing(hearings, event.hearing, nowMs)
    case 'meeting.stopped':
      return without(hearings, event.meeting.id)
    case 'meeting.deleted':
      return without(hearings, event.meetingId)
    default:
      return hearings
  }
}

export function withHearing(hearings: Hearings, hearing: Hearing, nowMs: number): Hearings {
  const before = hearings[hearing.meetingId] ?? unreadHearing
  const goesOn = before.awaitedSinceMs ?? nowMs
  const { paused, silenceEndsInMs } = hearing
  return {
    ...hearings,
    [hearing.meetingId]: {
      phase: 'whole',
      hearing,
      awaitedSinceMs: paused ? null : goesOn,
      silenceEndsAtMs: paused || silenceEndsInMs === null ? null : nowMs + silenceEndsInMs,
      lastDevices: withDevices(before.lastDevices, hearing),
    },
  }
}

function withDevices(
  known: MeetingHearing['lastDevices'],
  { tracks }: Hearing,
): MeetingHearing['lastDevices'] {
  const heard = tracks.flatMap(({ track, device }) => (device === null ? [] : [[track, device]]))
  return { ...known, ...(Object.fromEntries(heard) as MeetingHearing['lastDevices']) }
}

export function hearingAsked(hearings: Hearings, meetingId: MeetingId): Hearings {
  const before = hearings[meetingId] ?? unreadHearing
  return { ...hearings, [meetingId]: { ...before, phase: 'reading' } }
}

/** An answer that comes after a newer event is old news. */
export function hearingAnswered(
  hearings: Hearings,
  meetingId: MeetingId,
  answer: Hearing | null,
  nowMs: number,
): Hearings {
  if (hearings[meetingId]?.phase !== 'reading') return hearings
  if (answer) return withHearing(hearings, answer, nowMs)
  return { ...hearings, [meetingId]: { ...unreadHearing, phase: 'whole', awaitedSinceMs: nowMs } }
}

export function hearingFailed(
  hearings: Hearings,
  meetingId: MeetingId,
  phase: 'unread' | 'failed',
): Hearings {
  const before = hearings[meetingId]
  return before?.phase === 'reading' ? { ...hearings, [meetingId]: { ...before, phase } } : hearings
}

/** Nobody is listening: what was told last may be true no longer. */
export function hearingsLost(hearings: Hearings): Hearings {
  return Object.fromEntries(
    Object.entries(hearings).map(([id, known]) => [
      id,
      { ...(known ?? unreadHearing), phase: 'unread' },
    ]),
  )
}

function without(hearings: Hearings, meetingId: MeetingId): Hearings {
  if (!hearings[meetingId]) return hearings
  const { [meetingId]: _, ...rest } = hearings
  return rest
}
