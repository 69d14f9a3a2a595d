/** Having meetings made into files. */
import { AppError } from '#contract/errors.ts'
import { type ExportedFile, type ExportFormat, type ExportOptions } from '#contract/export.ts'
import { ExportId, type MeetingId } from '#contract/ids.ts'
import type { EngineClient } from '#wire/connect.ts'
import type { ExportChoice } from './export-choice.ts'
import { exportEnded } from './exports.ts'
import { lasting, problemNotice, tell, type Update } from './perform.ts'

export interface ExportActions {
  /**
   * The file of one meeting, or the archive of several; null when it was ended or did not work, which is told. `begun`
   * hears under which id it runs.
   */
  exportMeetings(
    meetingIds: readonly MeetingId[],
    choice: ExportChoice,
    begun?: (exportId: ExportId) => void,
  ): Promise<ExportedFile | null>
  cancelExport(exportId: ExportId): Promise<void>
  /** The text of a meeting as it would be in the file; null where that is not known. */
  previewExport(
    meetingId: MeetingId,
    format: ExportFormat,
    options: ExportOptions,
  ): Promise<string | null>
}

export function exportActions(update: Update, client: EngineClient): ExportActions {
  const newId = (): ExportId => ExportId.parse(crypto.randomUUID())
  return {
    async exportMeetings(meetingIds, { format, options }, begun) {
      const exportId = newId()
      begun?.(exportId)
      const [meetingId] = meetingIds
      if (!meetingId) return null
      try {
        return meetingIds.length === 1
          ? await client.call('meeting.export', { exportId, meetingId, format, options })
          : await client.call('meetings.export', {
              exportId,
              meetingIds: [...meetingIds],
              format,
              options,
            })
      } catch (error) {
        const ended = error instanceof AppError && error.code === 'cancelled'
        if (!ended) tell(update, problemNotice(error, meetingId))
        return null
      } finally {
        update(({ exports }) => ({ exports: exportEnded(exports, exportId) }))
      }
    },
    async cancelExport(exportId) {
      await client.call('export.cancel', { exportId }).catch((error: unknown) => {
        if (lasting(error) !== null) tell(update, problemNotice(error, null))
      })
    },
    async previewExport(meetingId, format, options) {
      try {
        const wish = { exportId: newId(), meetingId, format, options }
        return (await client.call('meeting.export', wish)).content
      } catch (error) {
        if (lasting(error) !== null) tell(update, problemNotice(error, meetingId))
        return null
      }
    },
  }
}
