import type { CommandInput } from '#contract/commands.ts'
import { type ExportFormat, usualOptions } from '#contract/export.ts'
import { ExportId, type MeetingId } from '#contract/ids.ts'

/** The wish for a file with everything that its format usually holds. */
export function wholeExport(
  meetingId: MeetingId,
  format: ExportFormat,
): CommandInput<'meeting.export'> {
  const exportId = ExportId.parse(crypto.randomUUID())
  return { exportId, meetingId, format, options: usualOptions(format) }
}
