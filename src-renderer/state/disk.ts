/** What the disk can still take, and whether it takes anything at all. */
import type { DiskRoom } from '#contract/disk-room.ts'
import type { ErrorCode } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Notice } from './notices.ts'

/** Of what is recorded now; null while nothing is, or where the disk does not tell. */
export function applyToRoom(room: DiskRoom | null, event: EngineEvent): DiskRoom | null {
  switch (event.type) {
    case 'disk.measured':
      return event.room
    case 'meeting.stopped':
      return null
    default:
      return room
  }
}

/** What is said now may be lost if nobody does anything. */
const alarming: readonly ErrorCode[] = ['disk_full', 'data_read_only', 'disk_gone', 'disk_failing']

/** The notices that nobody may overlook: what is recorded is only in memory. */
export function diskAlarms(notices: readonly Notice[]): readonly Notice[] {
  return notices.filter(
    ({ code, tone, warning }) =>
      tone === 'warning' && warning !== null && alarming.some((one) => one === code),
  )
}
