import { usualOptions } from '#contract/export.ts'
import { ExportId } from '#contract/ids.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { formatNamed, refuseUnprintable } from './format-named.ts'

/** Prints a kept meeting. */
export async function show(
  named: string,
  options: { readonly format?: string },
  context: Context,
): Promise<number> {
  const format = formatNamed(options.format ?? (context.json ? 'json' : 'txt'))
  refuseUnprintable(format, `rtstt export ${named} --format ${format}`)
  await using engine = await context.openEngine('read')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const exportId = ExportId.parse(crypto.randomUUID())
  const wish = { exportId, meetingId, format, options: usualOptions(format) }
  const { content } = await engine.api['meeting.export'](wish)
  context.terminal.result(content.trimEnd())
  return exitCodes.done
}
