import { z } from 'zod'
import { MeetingId, RefusalId, SegmentId } from './ids.ts'
import { TrackName } from './transcript.ts'

/**
 * Text that was understood and not shown, because a gate took it for invented, or because a loudspeaker said it. It is
 * kept with its meeting, so that a person can look at it and bring it back.
 */
export const Refusal = z.strictObject({
  id: RefusalId,
  meetingId: MeetingId,
  track: TrackName,
  /** The rule that refused it, such as `loop` or `bleed`. Rules may be added. */
  rule: z.string().min(1),
  startMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
  text: z.string(),
  /** The segment as which a person brought it back, or null. */
  segmentId: SegmentId.nullable(),
})
export type Refusal = Readonly<z.infer<typeof Refusal>>
