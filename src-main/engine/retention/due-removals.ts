/** Which recordings and meetings a rule removes at a time. Pure: what is removed is told before anything is touched. */
import type { MeetingId } from '#contract/ids.ts'
import type { MeetingState } from '#contract/meeting.ts'
import type { RetentionRules } from '#contract/storage.ts'

/** What a rule has to know of a meeting. */
export interface KeptMeeting {
  readonly id: MeetingId
  /** When it was over, in milliseconds since 1970. */
  readonly endedAtMs: number
  readonly state: MeetingState
  /** Recorded sound without text. */
  readonly unreadMs: number
  readonly soundBytes: number
  /** Somebody is working on it: it is read again, or is to be. */
  readonly busy: boolean
  /** A person wants it untouched by rules. */
  readonly exempt: boolean
}

export interface DueRemovals {
  /** Their recordings go, their text stays. */
  readonly sound: readonly MeetingId[]
  /** They go whole. */
  readonly meetings: readonly MeetingId[]
}

export const dayMs = 24 * 60 * 60 * 1000

/** The oldest first. A meeting that goes whole is not named for its sound besides. */
export function dueRemovals(
  meetings: readonly KeptMeeting[],
  { keepSoundDays, keepMeetingsDays }: RetentionRules,
  nowMs: number,
): DueRemovals {
  const due = (days: number | null, { endedAtMs }: KeptMeeting): boolean =>
    days !== null && nowMs - endedAtMs >= days * dayMs
  const settled = meetings.filter(isSettled).toSorted((a, b) => a.endedAtMs - b.endedAtMs)
  const whole = settled.filter((meeting) => due(keepMeetingsDays, meeting))
  const rest = settled.filter((meeting) => !whole.includes(meeting) && meeting.soundBytes > 0)
  return {
    sound: rest.filter((meeting) => due(keepSoundDays, meeting)).map(({ id }) => id),
    meetings: whole.map(({ id }) => id),
  }
}

/** Nothing that is still needed, or that a person wants to stay, is ever due. */
function isSettled({ state, unreadMs, busy, exempt }: KeptMeeting): boolean {
  return state === 'done' && unreadMs === 0 && !busy && !exempt
}
