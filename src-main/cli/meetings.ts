import type { Meeting } from '#contract/meeting.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { bar, clockTime } from './progress.ts'

export async function listMeetings(context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const meetings = await engine.api['meeting.list']({})
  if (context.json) context.terminal.result(JSON.stringify(meetings, null, 2))
  else for (const meeting of meetings) context.terminal.result(meetingLine(meeting))
  if (meetings.length === 0) context.terminal.say('No meetings yet.')
  return exitCodes.done
}

export async function renameMeeting(named: string, title: string, context: Context) {
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const input = inputFor('meeting.rename', { meetingId, title })
  const meeting = await engine.api['meeting.rename'](input)
  context.terminal.result(context.json ? JSON.stringify(meeting, null, 2) : meetingLine(meeting))
  return exitCodes.done
}

export async function deleteMeeting(named: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  await engine.api['meeting.delete']({ meetingId })
  if (context.json) context.terminal.result(JSON.stringify({ deleted: meetingId }))
  else
    context.terminal.say(`Deleted ${meetingId}. Have it back: rtstt meetings undelete ${meetingId}`)
  return exitCodes.done
}

/** Reads the rest of an interrupted meeting from its recording. */
export async function finishMeeting(
  named: string,
  model: string | null,
  context: Context,
): Promise<number> {
  const { terminal, interrupted } = context
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const stop = (): void => void engine.api['meeting.stop']({ meetingId }).catch(() => {})
  interrupted.addEventListener('abort', stop, { once: true })
  engine.subscribe((event) => {
    if (event.type !== 'meeting.progressed') return
    terminal.status(`${bar(event.readMs, event.heardMs, 24)}  ${clockTime(event.readMs)}`)
  })
  const meeting = await engine.api['meeting.finish']({ meetingId, model })
  terminal.status(null)
  terminal.result(context.json ? JSON.stringify(meeting, null, 2) : meetingLine(meeting))
  if (interrupted.aborted) return exitCodes.interrupted
  return meeting.state === 'done' ? exitCodes.done : exitCodes.failed
}

/** A meeting as a line of a list. */
export function meetingLine({
  id,
  title,
  startedAt,
  durationMs,
  state,
  segmentCount,
  folder,
  tags,
}: Meeting): string {
  const when = startedAt.slice(0, 16).replace('T', ' ')
  const remark = { live: '  (live)', interrupted: '  (interrupted)', done: '' }[state]
  return `${id}  ${when}  ${clockTime(durationMs).padStart(7)}  ${String(segmentCount).padStart(5)}  ${title}${remark}${shelf({ folder, tags })}`
}

function shelf({ folder, tags }: Pick<Meeting, 'folder' | 'tags'>): string {
  const words = [...(folder === null ? [] : [`in ${folder}`]), ...tags.map((tag) => `#${tag}`)]
  return words.length > 0 ? `  (${words.join(' ')})` : ''
}
