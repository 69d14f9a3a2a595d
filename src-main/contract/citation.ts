import { z } from 'zod'
import { MeetingId, SegmentId } from './ids.ts'

/** The place in a meeting on which a claim rests. Times count from the start of the meeting, as those of its segment do. */
export const Citation = z.strictObject({
  segmentId: SegmentId,
  startMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
})
export type Citation = Readonly<z.infer<typeof Citation>>

/** The same for a claim about more than one meeting. */
export const MeetingCitation = Citation.extend({ meetingId: MeetingId })
export type MeetingCitation = Readonly<z.infer<typeof MeetingCitation>>

/** Who says so: rules and statistics, a language model, or somebody who wrote it. */
export const Author = z.enum(['rules', 'model', 'person'])
export type Author = z.infer<typeof Author>
