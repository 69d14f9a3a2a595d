import { z } from 'zod'
import { MeetingId } from './ids.ts'

/**
 * Whether a meeting is read once more, by a stronger pass, when everything heard has its text. `off`: never.
 * `within_budget`: as far as that takes no more than a share of the meeting's length. `whole`: however long it takes.
 */
export const FinalPass = z.enum(['off', 'within_budget', 'whole'])
export type FinalPass = z.infer<typeof FinalPass>

/**
 * How a stronger reading of a meeting stands. `done`: all of it was read. `cancelled`: a person ended it.
 * `too_slow`: it would have taken longer than it may. `failed`: it could not go on; the log says why.
 * Whatever it had improved by then is kept.
 */
export const Refining = z.strictObject({
  meetingId: MeetingId,
  /** The model that reads now. */
  model: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'too_slow', 'failed']),
  /** Sound that was read so far, and all that there is to read: of all tracks together. */
  doneMs: z.int().nonnegative(),
  totalMs: z.int().nonnegative(),
})
export type Refining = Readonly<z.infer<typeof Refining>>
