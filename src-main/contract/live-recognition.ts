import { z } from 'zod'
import { MeetingId } from './ids.ts'

/** What turns the speech of a live meeting into text: found by asking the model that is loaded, never assumed. */
export const LiveRecognition = z.strictObject({
  meetingId: MeetingId,
  /** The id of the model. */
  model: z.string(),
  /** The device that the model really runs on, such as `CPU (haswell)`; null while it is not loaded yet. */
  backend: z.string().nullable(),
  /** Whether that is a graphics processor; null while it is not known. */
  onGpu: z.boolean().nullable(),
  /** How well text keeps up: the step of the pace, as `pace.changed` tells it. */
  step: z.int().min(0).max(5),
})
export type LiveRecognition = Readonly<z.infer<typeof LiveRecognition>>
