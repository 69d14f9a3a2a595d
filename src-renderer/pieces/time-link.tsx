import type { MeetingId } from '#contract/ids.ts'
import { meetingAddress } from '../state/route.ts'
import { clock, machineLength } from '../texts/format.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly atMs: number
}

/** A place within a meeting, which leads there. */
export function TimeLink({ meetingId, atMs }: Props) {
  return (
    <a className="time" href={meetingAddress(meetingId, Math.round(atMs))}>
      <time dateTime={machineLength(atMs)}>{clock(atMs)}</time>
    </a>
  )
}
