import { z } from 'zod'

const Device = z.strictObject({
  name: z.string(),
  description: z.string(),
  type: z.string(),
  totalMemoryBytes: z.number().nonnegative(),
})

/** Where a model can run: the processor, or a device that one of the GPU libraries offers. */
export const Backend = z.strictObject({
  /** `cpu`, or a library and the number of its device, such as `vulkan:0`; a library without a device goes by its name. */
  id: z.string(),
  name: z.string(),
  /** `unprobed`: not tried yet, and not used before it was. */
  state: z.enum(['usable', 'disabled', 'unprobed']),
  /** Why it is disabled, or why it is not used though it works; else null. */
  reason: z.string().nullable(),
  /** How many times as fast as the processor it decoded the clip of the probe; null: not measured. */
  speed: z.number().positive().nullable(),
})
export type Backend = Readonly<z.infer<typeof Backend>>

/** A language or embedding model as it really runs here. */
export const LoadedModel = z.strictObject({
  id: z.string(),
  /** The device that it runs on, such as `CPU (haswell)`. */
  backend: z.string(),
  gpuLayers: z.int().nonnegative(),
  layers: z.int().nonnegative(),
  contextTokens: z.int().positive(),
  /** Measured when it was tried; null: it was not. */
  promptTokensPerSecond: z.number().positive().nullable(),
  tokensPerSecond: z.number().positive().nullable(),
})
export type LoadedModel = Readonly<z.infer<typeof LoadedModel>>

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
    backends: z.array(
      Backend.extend({
        /** Whether the model that was tried really ran there. */
        inUse: z.boolean(),
      }),
    ),
    /** The device that a model really ran on when it was tried, or null when none could be tried. */
    backendInUse: z.string().nullable(),
    /** Libraries that are installed but could not be used, with the reason. */
    unusable: z.array(z.strictObject({ library: z.string(), reason: z.string() })),
  }),
  language: z.strictObject({
    available: z.boolean(),
    /** Why no language model answers and what to do, or null. */
    problem: z.string().nullable(),
    /** The library in use and its version, such as `node-llama-cpp 3.21.1`. */
    library: z.string().nullable(),
    model: LoadedModel.nullable(),
    embedding: LoadedModel.nullable(),
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
