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

/** A warning of the engine stays until it is read, but one that speech has made untrue goes. */
export function applyToNotices(notices: readonly Notice[], event: EngineEvent): readonly Notice[] {
  if (event.type === 'meeting.deleted') {
    return notices.filter(({ meetingId }) => meetingId !== event.meetingId)
  }
  if (isSpeech(event)) {
    const ended = ({ code, meetingId }: Notice): boolean =>
      code === 'silence_ends_soon' && meetingId === event.meetingId
    return notices.some(ended) ? notices.filter((notice) => !ended(notice)) : notices
  }
  if (event.type !== 'meeting.warned') return notices
  const { code, message, meetingId } = event
  return addNotice(notices, {
    // What was announced last counts.
    key: `${meetingId} ${code} ${code === 'silence_ends_soon' ? '' : message}`,
    tone: 'warning',
    code,
    text: message,
    meetingId,
  })
}

type Speech = Extract<EngineEvent, { type: 'hypothesis.changed' | 'segment.committed' }>

function isSpeech(event: EngineEvent): event is Speech {
  if (event.type === 'hypothesis.changed') return event.hypothesis !== null
  return event.type === 'segment.committed'
}
