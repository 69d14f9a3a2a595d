import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'

/** Prints a kept meeting. */
export async function show(
  named: string,
  options: { readonly format?: string },
  context: Context,
): Promise<number> {
  const format = options.format ?? (context.json ? 'json' : 'txt')
  await using engine = await context.openEngine('read')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const { text } = await engine.api['meeting.export'](
    inputFor('meeting.export', { meetingId, format }),
  )
  context.terminal.result(text.trimEnd())
  return exitCodes.done
}
