import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'

/** The meeting a person means: its id, the beginning of it that no other shares, or `last`. */
export function findMeeting(meetings: readonly Meeting[], named: string): MeetingId {
  const [newest] = meetings
  if (named === 'last') {
    if (newest) return newest.id
    throw new AppError('not_found', 'There is no meeting yet. Make one: rtstt transcribe FILE')
  }
  const matches = meetings.filter(({ id }) => id.startsWith(named.toLowerCase()))
  const [match] = matches
  if (match && (matches.length === 1 || match.id === named)) return match.id
  throw new AppError(
    'not_found',
    match
      ? `${matches.length} meetings begin with ${named}. Write more of the id.`
      : `There is no meeting ${named}. See them with: rtstt meetings list`,
  )
}
