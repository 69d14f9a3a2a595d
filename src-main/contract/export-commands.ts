/** Meetings as files. */
import { z } from 'zod'
import { ExportedFile, ExportFormat, ExportOptions, Verification } from './export.ts'
import { ExportId, MeetingId } from './ids.ts'
import { Transcript } from './meeting.ts'

const how = { format: ExportFormat, options: ExportOptions }

export const exportCommands = {
  /** Hands a meeting on as a file; how far it is arrives as events where it takes long. */
  'meeting.export': {
    input: z.strictObject({ exportId: ExportId, meetingId: MeetingId, ...how }),
    output: ExportedFile,
  },
  /** The same for many meetings, as one archive. */
  'meetings.export': {
    input: z.strictObject({
      exportId: ExportId,
      meetingIds: z.array(MeetingId).min(1).max(1000),
      ...how,
    }),
    output: ExportedFile,
  },
  /** Writes a transcript in another format, also one that is not kept. */
  'transcript.export': {
    input: z.strictObject({ transcript: Transcript, ...how }),
    output: ExportedFile,
  },
  /** Ends such work; it fails as `cancelled`, and nothing of it is left. */
  'export.cancel': { input: z.strictObject({ exportId: ExportId }), output: z.null() },
  /** Says of a player file on this computer whether it holds what was written into it. */
  'export.verify': { input: z.strictObject({ path: z.string().min(1) }), output: Verification },
} as const
