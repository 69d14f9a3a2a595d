import type { ErrorCode } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'

/** Something a person is told above whatever screen is open. */
export interface Notice {
  /** The same thing said twice is one notice. */
  readonly key: string
  readonly tone: 'done' | 'problem' | 'warning'
  readonly code: ErrorCode | null
  readonly text: string
  readonly meetingId: MeetingId | null
}

/** More than this would push the screen away; the oldest go first. */
const mostNotices = 5

export function addNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...notices.filter(({ key }) => key !== notice.key), notice].slice(-mostNotices)
}

export function dropNotice(notices: readonly Notice[], key: string): readonly Notice[] {
  return notices.filter((notice) => notice.key !== key)
}

/** A warning of the engine stays until it is read; other events change no notice. */
export function applyToNotices(notices: readonly Notice[], event: EngineEvent): readonly Notice[] {
  if (event.type === 'meeting.deleted') {
    return notices.filter(({ meetingId }) => meetingId !== event.meetingId)
  }
  if (event.type !== 'meeting.warned') return notices
  const { code, message, meetingId } = event
  return addNotice(notices, {
    key: `${meetingId} ${code} ${message}`,
    tone: 'warning',
    code,
    text: message,
    meetingId,
  })
}
