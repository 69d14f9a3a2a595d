/** Files that are to become meetings, one after the other. */
import { z } from 'zod'
import { WireError } from './errors.ts'
import { ImportId, MeetingId } from './ids.ts'

/** `reading`: it is becoming text now. `failed` and `cancelled` leave nothing but what `meetingId` names. */
export const ImportState = z.enum(['waiting', 'reading', 'done', 'failed', 'cancelled'])
export type ImportState = z.infer<typeof ImportState>

export const Import = z.strictObject({
  id: ImportId,
  /** Without its folder. */
  fileName: z.string(),
  sizeBytes: z.int().nonnegative(),
  state: ImportState,
  /** What it became, or is becoming; null where nothing of it is kept. */
  meetingId: MeetingId.nullable(),
  readMs: z.int().nonnegative(),
  totalMs: z.int().nonnegative().nullable(),
  /** How much longer it takes, by the pace so far; null: nobody can tell yet. */
  leftMs: z.int().nonnegative().nullable(),
  /** Why it failed, and what to do. */
  failure: WireError.nullable(),
})
export type Import = Readonly<z.infer<typeof Import>>

/** The most files that are taken in at once. */
export const mostImports = 1000
