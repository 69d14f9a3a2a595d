import type { WorkerHealth } from '../runtime/supervisor.ts'
import type { Pause } from './pauses.ts'

/** Decoded text of a stretch of sound. All times are milliseconds from its first sample. */
export interface Decoding {
  readonly segments: readonly DecodedSegment[]
  /** Code of the language that was decoded: the one asked for, or the one detected. */
  readonly language: string
  /** What the model was given to expect and could take in: the end of the prompt, by tokens. */
  readonly promptTokens: readonly string[]
  /** Where nobody spoke for at least a fifth of a second, by the loudness of the sound. */
  readonly pauses: readonly Pause[]
  readonly aborted: boolean
  readonly timings: DecodeTimings
}

export interface DecodedSegment {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  /** The model's own probability that nobody spoke, 0 to 1. */
  readonly noSpeechProbability: number
  /** How sure the model was of its words: the mean of the logarithms of their tokens' probabilities. */
  readonly averageLogProbability: number
  readonly tokens: readonly DecodedToken[]
}

export interface DecodedToken {
  readonly id: number
  readonly text: string
  readonly probability: number
  /** Negative: not known. */
  readonly startMs: number
  readonly endMs: number
}

/** What the model's encoder and decoder themselves spent, in milliseconds; finding the words' times belongs to decoding. */
export interface DecodeTimings {
  readonly encodeMs: number
  readonly decodeMs: number
}

/**
 * `live` answers fast and may be asked often; `final` takes its time: full context, beam search and a
 * second try where the first looks wrong.
 */
export type DecodeStyle = 'live' | 'final'

/** `thorough` follows several readings at once, also where `final` does not because it costs about twice the time. */
export type DecodeDepth = DecodeStyle | 'thorough'

export interface DecodeRequest {
  readonly modelPath: string
  /** 16 kHz mono. */
  readonly samples: Int16Array
  readonly language: string
  readonly style: DecodeDepth
  /** Words to expect, in the order in which the model sees them; '' for none. */
  readonly prompt: string
  /** Null: as many as suit this machine. */
  readonly threads: number | null
  /** Looks at the whole window of the model instead of as much as the sound needs. */
  readonly fullContext: boolean
}

export interface LoadedModel {
  readonly family: 'whisper' | 'parakeet'
  /** The device the model really runs on. */
  readonly backend: string
  readonly multilingual: boolean
}

/** What the recognition libraries found on this machine. */
export interface RecognitionReport {
  readonly cpuLevel: string
  readonly ggmlVersion: string
  readonly whisperVersion: string
  readonly devices: ReadonlyArray<{
    readonly name: string
    readonly description: string
    readonly type: string
    readonly totalMemoryBytes: number
  }>
  readonly unusable: ReadonlyArray<{ readonly library: string; readonly reason: string }>
}

/** What whoever uses a recognizer should know of its process, beside what becomes of the work itself. */
export type RecognitionNotice =
  /** A back end was left until the program ends, because its process was lost again or refused the work. */
  | { readonly kind: 'backend.left'; readonly from: string; readonly to: string }
  /** A process had to be started anew, and the model's file is not the one that was loaded before. */
  | { readonly kind: 'model.changed' }
  /** Its process was lost, or is left alone for a while, or works again. */
  | { readonly kind: 'health.changed'; readonly health: WorkerHealth }

/** Hears voices and words. The real one lives in a process of its own, which may die and is then started anew. */
export interface Recognizer extends AsyncDisposable {
  /** Loads the model, or fails with `model_missing` or `model_broken`. */
  load(modelPath: string): Promise<LoadedModel>
  report(): Promise<RecognitionReport>
  /**
   * Speech probability of each window of 512 samples. What a stream heard before is remembered until
   * it is forgotten, or the process is lost.
   */
  detect(stream: string, samples: Int16Array): Promise<readonly number[]>
  forget(stream: string): Promise<void>
  /** Resolves with `aborted` set, and soon, when the signal fires. */
  decode(request: DecodeRequest, signal?: AbortSignal): Promise<Decoding>
  /** How its process is. While that is paused, everything asked for fails at once with `worker_crashed`. */
  health(): WorkerHealth
  /** Ends a pause: what is asked for next is tried. */
  hurry(): void
  /** Until the returned function is called. */
  watch(listener: (notice: RecognitionNotice) => void): () => void
}
