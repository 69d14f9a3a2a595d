import type { ErrorCode } from '#contract/errors.ts'
import type { EngineEvent, StopReason } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Warning } from '#contract/warning.ts'

/** Something a person is told above whatever screen is open. */
export interface Notice {
  /** The same thing said twice is one notice. */
  readonly key: string
  readonly tone: 'done' | 'problem' | 'warning'
  readonly code: ErrorCode | 'stopped_by_silence' | null
  readonly text: string
  readonly meetingId: MeetingId | null
  /** What the engine told, where it is news of a meeting that goes on. */
  readonly warning: Warning | null
}

/** More than this would push the screen away; the oldest go first. */
const mostNotices = 5

export function addNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...notices.filter(({ key }) => key !== notice.key), notice].slice(-mostNotices)
}

export function dropNotice(notices: readonly Notice[], key: string): readonly Notice[] {
  return notices.filter((notice) => notice.key !== key)
}

/** A warning of the engine stays until it is read, or until what it warned of is over. */
export function applyToNotices(notices: readonly Notice[], event: EngineEvent): readonly Notice[] {
  switch (event.type) {
    case 'meeting.deleted':
      return notices.filter(({ meetingId }) => meetingId !== event.meetingId)
    case 'meeting.started':
      return dropNotice(notices, stoppedKey(event.meeting.id))
    case 'meeting.stopped':
      return withStop(notices, event.meeting.id, event.reason)
    case 'meeting.warned': {
      const { type: _, meetingId, ...warning } = event
      return withWarning(notices, meetingId, warning)
    }
    default:
      return notices
  }
}

/** Nobody is listening: that something is over may have been missed, and what is heard is read anew. */
export function noticesLost(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(({ warning }) => warning === null || !canPass(warning))
}

/** Who was away when silence ended it is told so, on every screen; anything else was asked for, or is told already. */
function withStop(
  notices: readonly Notice[],
  meetingId: MeetingId,
  reason: StopReason,
): readonly Notice[] {
  const lasting = notices.filter(
    (notice) =>
      notice.meetingId !== meetingId || notice.warning === null || !canPass(notice.warning),
  )
  if (reason !== 'silence') return lasting
  const key = stoppedKey(meetingId)
  const code = 'stopped_by_silence'
  return addNotice(lasting, { key, tone: 'warning', code, text: '', meetingId, warning: null })
}

function stoppedKey(meetingId: MeetingId): string {
  return `${meetingId} stopped`
}

function withWarning(
  notices: readonly Notice[],
  meetingId: MeetingId,
  warning: Warning,
): readonly Notice[] {
  const { code, message, track, over } = warning
  // A track has one trouble at a time, and what was announced last counts.
  const key = canPass(warning) ? `${meetingId} ${track ?? code}` : `${meetingId} ${code} ${message}`
  const shown = notices.find((notice) => notice.key === key)
  if (over && shown?.tone === 'warning' && shown.code !== code) return notices
  const tone = over ? 'done' : 'warning'
  return addNotice(notices, { key, tone, code, text: message, meetingId, warning })
}

const ofNow: readonly ErrorCode[] = [
  'silence_ends_soon',
  'language_mismatch',
  'text_stopped',
  'disk_full',
  'data_read_only',
  'disk_gone',
  'disk_failing',
  'disk_slow',
  'disk_low',
]

/** Whether it is about how things are just now. */
function canPass({ code, track, over }: Warning): boolean {
  return over || track !== null || ofNow.includes(code)
}
