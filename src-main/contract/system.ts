import { z } from 'zod'

const Device = z.strictObject({
  name: z.string(),
  description: z.string(),
  type: z.string(),
  totalMemoryBytes: z.number().nonnegative(),
})

/** What works on this machine, found by trying it, never by assuming it. */
export const SystemReport = z.strictObject({
  versions: z.strictObject({
    rtstt: z.string(),
    node: z.string(),
    platform: z.string(),
    whisper: z.string().nullable(),
    ggml: z.string().nullable(),
    sqlite: z.string(),
  }),
  recognition: z.strictObject({
    available: z.boolean(),
    /** Why it is not available and what to do, or null. */
    problem: z.string().nullable(),
    /** The CPU library chosen for this processor, such as `haswell`. */
    cpuLevel: z.string().nullable(),
    devices: z.array(Device),
    /** The device that a model really ran on when it was tried, or null when none could be tried. */
    backendInUse: z.string().nullable(),
    /** Libraries that are installed but could not be used, with the reason. */
    unusable: z.array(z.strictObject({ library: z.string(), reason: z.string() })),
  }),
  audio: z.strictObject({ backend: z.string().nullable(), problem: z.string().nullable() }),
  models: z.strictObject({
    present: z.array(z.string()),
    /** The model that is used when none is named, or null. */
    chosen: z.string().nullable(),
  }),
  data: z.strictObject({
    path: z.string(),
    writable: z.boolean(),
    freeBytes: z.number().nonnegative().nullable(),
    meetings: z.int().nonnegative(),
  }),
})
export type SystemReport = Readonly<z.infer<typeof SystemReport>>
