import { AppError, type ErrorCode } from '#contract/errors.ts'
import { processor } from './backend.ts'
import type { RestartRules } from '../runtime/restarts.ts'
import type { Supervisor } from '../runtime/supervisor.ts'
import type { Ladder } from './ladder.ts'
import type { DecodeRequest, Decoding, Recognizer } from './recognizer.ts'
import type { WorkerRecognizer } from './worker-recognizer.ts'

/**
 * Waits between tries, in milliseconds. A process that dies four times on one job will die again; one that was lost four times
 * with nothing done in between is left alone for a while, whoever asks.
 */
export const restartRules: RestartRules = {
  waitsMs: [100, 1_000, 3_000],
  firstRestMs: 5_000,
  longestRestMs: 60_000,
}

/** Another back end cannot mend these. */
const aboutNoDevice: ReadonlySet<ErrorCode> = new Set([
  'cancelled',
  'file_missing',
  'file_unreadable',
  'recognition_missing',
])

export interface PersistParts {
  readonly recognizer: WorkerRecognizer
  readonly ladder: Ladder
  readonly supervisor: Pick<Supervisor, 'health' | 'answered'>
  /** Resolves early when the signal fires. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>
  readonly onRetry: (error: AppError) => void
  /** Before a model is loaded because somebody asked for it. */
  readonly onLoad: (modelPath: string) => void
}

/**
 * A recognizer that starts its work again when its process was lost, or its back end refused: the sound is still in
 * the recording. Work on another back end begins at once, with all its tries.
 */
export function persist(parts: PersistParts): Omit<Recognizer, 'watch' | 'health' | 'hurry'> {
  const { recognizer, ladder, supervisor, wait, onRetry, onLoad } = parts

  async function again<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    let tries = 0
    for (;;) {
      if (supervisor.health().state === 'paused') throw paused()
      const before = ladder.moves
      try {
        const result = await work()
        supervisor.answered()
        return result
      } catch (error) {
        const failure = asFailure(error)
        if (isRefusal(failure, ladder)) {
          ladder.refused()
          recognizer.giveUp({ kind: 'unwanted', reason: `it refused: ${failure.code}` })
        } else if (failure.code === 'internal') {
          // Such as an allocation that failed: another process may have what this one lacks.
          recognizer.giveUp({ kind: 'garbled', reason: 'it failed without a reason' })
        } else if (failure.code !== 'worker_crashed') throw error
        if (signal?.aborted) throw error
        const moved = ladder.moves > before
        const ms = moved ? 0 : restartRules.waitsMs[tries]
        if (ms === undefined) throw failure.code === 'internal' ? failedAgain(failure) : error
        tries = moved ? 0 : tries + 1
        onRetry(failure)
        await wait(ms, signal)
      }
    }
  }

  async function decode(request: DecodeRequest, signal?: AbortSignal): Promise<Decoding> {
    try {
      return await again(() => recognizer.decode(request, signal), signal)
    } catch (error) {
      if (signal?.aborted && asFailure(error).code === 'worker_crashed') return nothing
      throw inWords(error, request.modelPath)
    }
  }

  return {
    async load(modelPath) {
      onLoad(modelPath)
      try {
        return await again(() => recognizer.load(modelPath))
      } catch (error) {
        throw inWords(error, modelPath)
      }
    },
    report: () => again(() => recognizer.report()),
    detect: (stream, samples) => again(() => recognizer.detect(stream, samples)),
    forget: (stream) => again(() => recognizer.forget(stream)),
    decode,
    [Symbol.asyncDispose]: () => recognizer[Symbol.asyncDispose](),
  }
}

/** What became of a decode whose abort found no process any more. */
const nothing: Decoding = {
  segments: [],
  language: '',
  promptTokens: [],
  pauses: [],
  aborted: true,
  timings: { encodeMs: 0, decodeMs: 0 },
}

function asFailure(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('internal', String(error))
}

function paused(): AppError {
  const message =
    'The speech model keeps failing, so it is left alone for a while and then tried again. What was said meanwhile becomes text then, or when the meeting is finished later.'
  return new AppError('worker_crashed', message)
}

function failedAgain(cause: AppError): AppError {
  const message = 'The speech recognition failed again and again without a reason.'
  return new AppError('worker_crashed', message, { cause })
}

/** A device that is too small or a driver that fails answers with an error; the processor may still do it. */
function isRefusal({ code }: AppError, { current }: Ladder): boolean {
  if (current === null || current === processor) return false
  return code !== 'worker_crashed' && !aboutNoDevice.has(code)
}

/** A model that was there when it was chosen and is not there now. */
function inWords(error: unknown, modelPath: string): unknown {
  if (!(error instanceof AppError)) return error
  if (error.code !== 'file_missing' && error.code !== 'file_unreadable') return error
  const message = `The file of the speech model is gone: ${modelPath}. Put it back, or choose another model.`
  return new AppError('model_missing', message, { cause: error })
}
