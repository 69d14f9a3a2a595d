/** Commands that an engine of this program may not have yet; without them the answer says so. */
import { type CommandName, commands } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { ShellLink } from './shell-link.ts'

type Call = Pick<ShellLink, 'call'>

async function call(link: Call, name: string, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(commands, name))
    throw new AppError('not_found', 'This part of RTSTT is not here yet.')
  return link.call(name as CommandName, input as never)
}

/** Marks this moment of a meeting. */
export async function bookmark(link: Call, meetingId: MeetingId): Promise<void> {
  await call(link, 'note.add', { meetingId, atMs: null, kind: 'bookmark', text: '' })
}
