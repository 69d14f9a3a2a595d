import { z } from 'zod'

/** What a language process is told when it starts. */
export const ProcessOptions = z.strictObject({
  gpu: z.enum(['vulkan', 'cuda']).nullable(),
  /** A folder with CPU libraries that are used instead of the package's own; null: those of the package. */
  cpuLibraries: z.string().nullable(),
  /** Never more than so much memory, in bytes; null: what is free. */
  memoryBytes: z.number().positive().nullable(),
})
export type ProcessOptions = z.infer<typeof ProcessOptions>
