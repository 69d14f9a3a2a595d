import { z } from 'zod'
import { MeetingId } from './ids.ts'

/** How the process is that turns speech into text. */
export const RecognitionHealth = z.strictObject({
  /**
   * `restarting`: it was lost and is started again. `paused`: it keeps failing, so it is left alone for a while; the recording goes
   * on, and text comes later.
   */
  state: z.enum(['working', 'restarting', 'paused']),
  /** It ended, it stopped answering, or what it said made no sense; null while it works. */
  why: z.enum(['died', 'hung', 'garbled']).nullable(),
  /** When it is tried again, where it is paused: ISO 8601, UTC. */
  until: z.iso.datetime().nullable(),
})
export type RecognitionHealth = Readonly<z.infer<typeof RecognitionHealth>>

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
  health: RecognitionHealth,
})
export type LiveRecognition = Readonly<z.infer<typeof LiveRecognition>>
