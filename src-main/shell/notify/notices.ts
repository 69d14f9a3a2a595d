/** Which events are worth a notification, and what it says. Nothing is told that can be seen in the window anyway. */
import type { EngineEvent } from '#contract/events.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import { isSerious, recordingOf } from '../state/recording.ts'
import { clockTime } from '../texts/clock-time.ts'
import type { Texts } from '../texts/texts.ts'
import type { Place } from '../routes/place.ts'

export interface Notice {
  /** One of a kind is shown at a time; a newer one takes its place. */
  readonly key: string
  readonly title: string
  readonly body: string
  /** Where a click leads. */
  readonly place: Place
  /** It is told even to who wants no notifications: without it, speech might be lost unnoticed. */
  readonly needed: boolean
}

interface Change {
  readonly before: DesktopState
  readonly after: DesktopState
  readonly event: EngineEvent
  /** The window is open and in front. */
  readonly inSight: boolean
}

export function noticeOf(change: Change, texts: Texts): Notice | null {
  const notice = worthTelling(change, texts)
  if (notice === null || change.inSight) return null
  return notice.needed || change.after.settings.notify ? notice : null
}

function worthTelling({ before, after, event }: Change, texts: Texts): Notice | null {
  switch (event.type) {
    case 'hearing.changed':
      return began(before, after, texts)
    case 'meeting.stopped': {
      const known = before.live.find(({ meeting }) => meeting.id === event.meeting.id)
      return known?.hearing ? stopped(event.meeting, event.reason, texts) : null
    }
    case 'meeting.warned': {
      const isRecorded = recordingOf(after)?.meeting.id === event.meetingId
      if (!isRecorded || !isSerious(event)) return null
      const key = `warning ${event.code} ${event.track}`
      const words = { title: texts.notice.warning, body: event.message }
      return { key, ...words, place: { kind: 'live' }, needed: event.code !== 'silence_ends_soon' }
    }
    case 'summary.changed': {
      const { state, author, meetingId, title } = event.summary
      if (state !== 'final' || author !== 'model') return null
      const body = title === null ? '' : texts.notice.summaryOf(title)
      const place = { kind: 'meeting', meetingId, atMs: null } as const
      return { key: 'summary', title: texts.notice.summary, body, place, needed: false }
    }
    default:
      return null
  }
}

function began(before: DesktopState, after: DesktopState, texts: Texts): Notice | null {
  const recording = recordingOf(after)
  if (!recording || recordingOf(before)?.meeting.id === recording.meeting.id) return null
  const words = { title: texts.notice.started, body: recording.meeting.title }
  return { key: 'recording', ...words, place: { kind: 'live' }, needed: false }
}

function stopped(
  meeting: Meeting,
  reason: 'asked' | 'ended' | 'silence' | 'failed',
  { notice }: Texts,
): Notice {
  const time = clockTime(meeting.durationMs)
  const titles = {
    asked: notice.stopped,
    ended: notice.ended,
    silence: notice.silence,
    failed: notice.failed,
  }
  return {
    key: 'recording',
    title: titles[reason](time),
    body: notice.kept(meeting.title),
    place: { kind: 'meeting', meetingId: meeting.id, atMs: null },
    needed: reason === 'failed',
  }
}

/** The engine was lost in the middle of a recording. */
export function lostNotice(before: DesktopState, { notice }: Texts): Notice | null {
  const recording = recordingOf(before)
  if (!recording) return null
  const place = { kind: 'meeting', meetingId: recording.meeting.id, atMs: null } as const
  return { key: 'recording', title: notice.lost, body: notice.lostMore, place, needed: true }
}

/** Something that was asked for without a window could not be done. */
export function failureNotice(title: string, sentence: string, place: Place): Notice {
  return { key: 'failure', title, body: sentence, place, needed: true }
}
