import { z } from 'zod'
import { WireError } from '#contract/errors.ts'
import type { JsonSchema } from './language-model.ts'

/** What the engine and the language process say to each other. */

const jobId = z.int().positive()
const count = z.int().nonnegative()
const speed = z.number().positive().nullable()
const Schema = z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null)

export const Job = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('library') }),
  z.strictObject({
    kind: z.literal('reply'),
    modelPath: z.string(),
    conversation: z.string(),
    system: z.string(),
    prompt: z.string(),
    schema: Schema.nullable(),
    maxTokens: z.int().positive(),
  }),
  z.strictObject({ kind: z.literal('contextTokens'), modelPath: z.string() }),
  z.strictObject({ kind: z.literal('count'), modelPath: z.string(), texts: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('embed'),
    modelPath: z.string(),
    texts: z.array(z.string()),
    as: z.enum(['passage', 'query']),
  }),
  z.strictObject({
    kind: z.literal('measure'),
    modelPath: z.string(),
    of: z.enum(['language', 'embedding']),
  }),
])
export type Job = z.infer<typeof Job>

export const ToWorker = z.union([
  z.strictObject({ id: jobId, job: Job }),
  z.strictObject({ abort: jobId }),
  z.strictObject({ hold: z.boolean() }),
])

export const LibraryReply = z.string()
export const Reply = z.object({
  text: z.string(),
  value: z.unknown(),
  end: z.enum(['complete', 'length']),
  tokens: z.object({ prompt: count, reused: count, written: count }),
})
export const CountReply = z.array(count)
export const ContextReply = z.int().positive()
export const EmbedReply = z.array(
  z.custom<Float32Array>((value) => value instanceof Float32Array && value.length > 0),
)
export const MeasureReply = z.object({
  modelPath: z.string(),
  backend: z.string(),
  gpuLayers: count,
  layers: count,
  contextTokens: z.int().positive(),
  promptTokensPerSecond: speed,
  tokensPerSecond: speed,
})

/** Text that has come since the last sign of a job; empty where it only says that the work goes on. */
export const Sign = z.string()

/** `reply` and `sign` are checked by whoever asked: only they know what they asked for. */
export const FromWorker = z.union([
  z.strictObject({ id: jobId, error: WireError }),
  z.strictObject({ id: jobId, reply: z.unknown() }),
  z.strictObject({ id: jobId, sign: z.unknown() }),
])
export type FromWorker = z.infer<typeof FromWorker>
