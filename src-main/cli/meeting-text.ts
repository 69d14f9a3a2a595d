/** What can be done to the text of a meeting: write a sentence anew, and bring back what was held back. */
import { AppError } from '#contract/errors.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { clockTime } from './progress.ts'

export async function editSegment(
  [meeting = '', segment = '', ...words]: readonly string[],
  context: Context,
): Promise<number> {
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), meeting)
  const { segments } = await engine.api['meeting.read']({ meetingId })
  const { id: segmentId } = theOne(segments, segment, `rtstt show ${meetingId} --format json`)
  const input = inputFor('segment.edit', { meetingId, segmentId, text: words.join(' ') })
  const edited = await engine.api['segment.edit'](input)
  context.terminal.result(
    context.json
      ? JSON.stringify(edited, null, 2)
      : `[${clockTime(edited.startMs)}] ${edited.text}`,
  )
  return exitCodes.done
}

export async function listRefused(named: string, context: Context): Promise<number> {
  const { terminal, json } = context
  await using engine = await context.openEngine('read')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const refused = await engine.api['refusal.list']({ meetingId })
  if (json) {
    terminal.result(JSON.stringify(refused, null, 2))
    return exitCodes.done
  }
  const isShown = (at: unknown): string => (at === null ? '' : '  (shown)')
  for (const { id, startMs, track, rule, text, segmentId } of refused)
    terminal.result(
      `${id.slice(0, 8)}  ${clockTime(startMs).padStart(7)}  ${track.padEnd(4)}  ${rule.padEnd(12)}  ${text}${isShown(segmentId)}`,
    )
  const held = refused.filter(({ segmentId }) => segmentId === null).length
  terminal.say(
    held === 0
      ? 'Nothing is held back.'
      : `${held} ${held === 1 ? 'place is' : 'places are'} held back. Show one: rtstt meetings restore ${meetingId} ID`,
  )
  return exitCodes.done
}

export async function restoreRefused(
  [meeting = '', refusal = '']: readonly string[],
  context: Context,
): Promise<number> {
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), meeting)
  const refused = await engine.api['refusal.list']({ meetingId })
  const { id: refusalId } = theOne(refused, refusal, `rtstt meetings refused ${meetingId}`)
  const shown = await engine.api['refusal.restore']({ refusalId })
  context.terminal.result(
    context.json ? JSON.stringify(shown, null, 2) : `[${clockTime(shown.startMs)}] ${shown.text}`,
  )
  return exitCodes.done
}

/** The one whose id begins so. */
function theOne<Item extends { readonly id: string }>(
  items: readonly Item[],
  named: string,
  list: string,
): Item {
  const matches = items.filter(({ id }) => id.startsWith(named.toLowerCase()))
  const [match] = matches
  if (match && matches.length === 1) return match
  throw new AppError(
    'not_found',
    match
      ? `${matches.length} begin with ${named}. Write more of the id.`
      : `There is no ${named} in this meeting. See what there is with: ${list}`,
  )
}
