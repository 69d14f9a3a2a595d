import { z } from 'zod'
import { WireError } from '#contract/errors.ts'

/** What the engine and the recognition process say to each other. Samples travel as typed arrays. */

const samples = z.custom<Int16Array>((value) => value instanceof Int16Array)
const jobId = z.int().positive()

export const Job = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('report') }),
  z.strictObject({ kind: z.literal('load'), modelPath: z.string() }),
  z.strictObject({ kind: z.literal('detect'), stream: z.string(), samples }),
  z.strictObject({ kind: z.literal('forget'), stream: z.string() }),
  z.strictObject({
    kind: z.literal('decode'),
    modelPath: z.string(),
    samples,
    language: z.string(),
    style: z.enum(['live', 'final', 'thorough']),
    prompt: z.string(),
    threads: z.int().positive().nullable(),
    fullContext: z.boolean(),
  }),
])
export type Job = z.infer<typeof Job>

export const ToWorker = z.union([
  z.strictObject({ id: jobId, job: Job }),
  z.strictObject({ abort: jobId }),
])

const Timings = z.object({ encodeMs: z.number(), decodeMs: z.number() })

export const DecodingReply = z.object({
  segments: z.array(
    z.object({
      startMs: z.number(),
      endMs: z.number(),
      text: z.string(),
      noSpeechProbability: z.number(),
      averageLogProbability: z.number(),
      tokens: z.array(
        z.object({
          id: z.int(),
          text: z.string(),
          probability: z.number(),
          startMs: z.number(),
          endMs: z.number(),
        }),
      ),
    }),
  ),
  language: z.string(),
  promptTokens: z.array(z.string()),
  pauses: z.array(z.object({ startMs: z.number(), endMs: z.number() })),
  aborted: z.boolean(),
  timings: Timings,
})

export const LoadReply = z.object({
  family: z.enum(['whisper', 'parakeet']),
  backend: z.string(),
  multilingual: z.boolean(),
})

export const DetectReply = z.array(z.number())

export const ReportReply = z.object({
  cpuLevel: z.string(),
  ggmlVersion: z.string(),
  whisperVersion: z.string(),
  devices: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      type: z.string(),
      totalMemoryBytes: z.number(),
    }),
  ),
  unusable: z.array(z.object({ library: z.string(), reason: z.string() })),
})

/** `reply` is checked by whoever asked: only they know what they asked for. */
export const FromWorker = z.union([
  z.strictObject({ id: jobId, error: WireError }),
  z.strictObject({ id: jobId, reply: z.unknown() }),
])
export type FromWorker = z.infer<typeof FromWorker>
