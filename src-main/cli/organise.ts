/** Many meetings at once: folders and tags, the trash, and one made of several. */
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { type Context, type Engine, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { meetingLine } from './meetings.ts'

export interface OrganiseOptions {
  /** False: `--no-folder`. */
  readonly folder?: string | false
  readonly tag?: readonly string[]
  readonly untag?: readonly string[]
}

export async function organiseMeetings(
  named: readonly string[],
  { folder, tag = [], untag = [] }: OrganiseOptions,
  context: Context,
): Promise<number> {
  await using engine = await context.openEngine('write')
  const input = inputFor('meeting.organise', {
    meetingIds: await found(engine, named),
    ...(folder === undefined ? {} : { folder: folder === false ? null : folder }),
    addTags: [...tag],
    removeTags: [...untag],
  })
  return show(await engine.api['meeting.organise'](input), context)
}

export async function mergeMeetings(
  named: readonly string[],
  title: string | null,
  context: Context,
): Promise<number> {
  await using engine = await context.openEngine('write')
  const input = inputFor('meeting.merge', { meetingIds: await found(engine, named), title })
  const meeting = await engine.api['meeting.merge'](input)
  if (context.json) context.terminal.result(JSON.stringify(meeting, null, 2))
  else show([meeting], context)
  return exitCodes.done
}

export async function listDeleted(context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const meetings = await engine.api['meeting.listDeleted']({})
  if (meetings.length === 0) context.terminal.say('The trash is empty.')
  return show(meetings, context)
}

export async function undeleteMeeting(named: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.listDeleted']({}), named)
  return show([await engine.api['meeting.restore']({ meetingId })], context)
}

/** One deleted meeting, or `all` of them. */
export async function purgeMeetings(named: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('write')
  const deleted = await engine.api['meeting.listDeleted']({})
  const meetingIds = named === 'all' ? deleted.map(({ id }) => id) : [findMeeting(deleted, named)]
  if (meetingIds.length > 0) await engine.api['meeting.purge']({ meetingIds })
  if (context.json) context.terminal.result(JSON.stringify({ purged: meetingIds }))
  else context.terminal.say(`Removed for good: ${meetingIds.length}.`)
  return exitCodes.done
}

async function found(engine: Engine, named: readonly string[]): Promise<MeetingId[]> {
  const meetings = await engine.api['meeting.list']({})
  if (named.length === 0) throw new AppError('invalid_input', 'Name at least one meeting.')
  return named.map((name) => findMeeting(meetings, name))
}

function show(meetings: readonly Meeting[], { terminal, json }: Context): number {
  if (json) terminal.result(JSON.stringify(meetings, null, 2))
  else for (const meeting of meetings) terminal.result(meetingLine(meeting))
  return exitCodes.done
}
