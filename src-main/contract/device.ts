import { z } from 'zod'

/** A microphone, or an output whose sound can be heard. */
export const Device = z.strictObject({
  /** The operating system's own id: the same after a restart. */
  id: z.string().min(1),
  kind: z.enum(['microphone', 'system']),
  name: z.string(),
  isDefault: z.boolean(),
  /** Windows keeps a second default for calls; elsewhere it is the same as `isDefault`. */
  isDefaultForCalls: z.boolean(),
  /** The format the device runs at; null where the system does not tell. */
  sampleRate: z.int().positive().nullable(),
  channels: z.int().positive().nullable(),
  sampleFormat: z.string().nullable(),
})
export type Device = Readonly<z.infer<typeof Device>>
