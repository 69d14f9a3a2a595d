/** How well the program runs: what is measured while it works, and what this computer can do. */
import { z } from 'zod'
import { MeetingId } from './ids.ts'

const share = z.number().nonnegative()

/** One of the program's processes: how much of a processor core it used, and its memory. */
export const ProcessUsage = z.strictObject({
  name: z.enum(['engine', 'recognition', 'language']),
  /** 1: one core was busy all the time. */
  cpu: share,
  memoryBytes: z.int().nonnegative(),
})
export type ProcessUsage = Readonly<z.infer<typeof ProcessUsage>>

export const GpuUsage = z.strictObject({
  name: z.string(),
  /** 0 to 1, of all programs together. */
  busy: share,
  memoryBytes: z.int().nonnegative(),
  totalBytes: z.int().nonnegative(),
})
export type GpuUsage = Readonly<z.infer<typeof GpuUsage>>

/** What was measured during a stretch of time. Null: nothing of the kind happened, or nobody can tell. */
export const PerformanceSample = z.strictObject({
  /** Its end: ISO 8601, UTC. */
  at: z.iso.datetime(),
  spanMs: z.int().positive(),
  /** The meeting that was live, if one was. */
  meetingId: MeetingId.nullable(),
  /** The longest that text lay behind the sound. */
  lagMs: z.number().nonnegative().nullable(),
  /** What a look at the utterance being spoken took, in the middle and at worst. */
  lookMs: z.strictObject({ median: z.number(), longest: z.number() }).nullable(),
  /** Time spent decoding for each second of time; above 1 several cores or a card did it side by side. */
  decoding: share,
  processes: z.array(ProcessUsage),
  gpu: GpuUsage.nullable(),
  /** How fast the language model wrote. */
  tokensPerSecond: z.number().positive().nullable(),
})
export type PerformanceSample = Readonly<z.infer<typeof PerformanceSample>>

/** What one speech model did on one back end here. */
export const MeasuredModel = z.strictObject({
  modelId: z.string(),
  /** Such as `cpu` or `vulkan:0`. */
  backend: z.string(),
  backendName: z.string(),
  /** Seconds of sound that it decodes in a second, each with its whole window. */
  speed: z.number().positive().nullable(),
  /** How long a look at an utterance under way takes. */
  lookMs: z.strictObject({ median: z.number(), longest: z.number() }).nullable(),
  /** Words that were wrong, of those that are said in the clip, 0 to 1 and more. */
  wordErrors: share.nullable(),
  /** Of its process, with the model loaded. */
  memoryBytes: z.int().nonnegative().nullable(),
  /** Why there are no figures, or null. */
  problem: z.string().nullable(),
})
export type MeasuredModel = Readonly<z.infer<typeof MeasuredModel>>

/** What a model that is not here would do, from what was measured and how much it computes. */
export const ForeseenModel = z.strictObject({
  modelId: z.string(),
  backend: z.string(),
  speed: z.number().positive(),
})
export type ForeseenModel = Readonly<z.infer<typeof ForeseenModel>>

export const ComputerMeasure = z.strictObject({
  measuredAt: z.iso.datetime(),
  processor: z.string(),
  cores: z.int().positive(),
  memoryBytes: z.int().positive(),
  /** Length of the clip. */
  clipMs: z.int().positive(),
  models: z.array(MeasuredModel),
  foreseen: z.array(ForeseenModel),
  /** The largest speech model that keeps up with room to spare; null: none does, or nothing was measured. */
  recommended: z.string().nullable(),
})
export type ComputerMeasure = Readonly<z.infer<typeof ComputerMeasure>>
