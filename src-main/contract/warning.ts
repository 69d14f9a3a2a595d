import { z } from 'zod'
import { ErrorCode } from './errors.ts'
import { TrackName } from './transcript.ts'

/** Something a person should know now, while the meeting goes on: that it began, or that it is over. */
export const Warning = z.strictObject({
  code: ErrorCode,
  message: z.string(),
  /** The voice path that it is about; null where that is the whole meeting. */
  track: TrackName.nullable(),
  /**
   * The device that it is about, as the system shows it to people; of `language_mismatch` the code of the language that
   * the text looks like; of `disk_low` the whole minutes of recording that still fit.
   */
  name: z.string().nullable(),
  /** What this code warned of, on this track, is over. */
  over: z.boolean(),
})
export type Warning = Readonly<z.infer<typeof Warning>>

/** A warning about the meeting as a whole. */
export function wholeWarning(code: ErrorCode, message: string, over = false): Warning {
  return { code, message, track: null, name: null, over }
}
