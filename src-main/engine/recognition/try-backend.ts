/** Tries a back end in a process of its own, so that whatever it does to that process harms nothing else. */
import { AppError } from '#contract/errors.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Loss, WorkerLike } from '../runtime/worker-host.ts'
import { type BackendId, type GpuKind, processor } from './backend.ts'
import type { Stage, Trial } from './judge-backend.ts'
import type { RecognitionReport } from './recognizer.ts'
import { workerRecognizer, type WorkerRecognizer } from './worker-recognizer.ts'

export interface TrialParts {
  readonly spawn: (backend: BackendId) => WorkerLike
  readonly later: Clock['later']
  readonly steadyMs: () => number
  /** How long each step may take. */
  readonly limitMs: number
  /** Ends the try; it rejects then. */
  readonly signal: AbortSignal
}

export interface Clip {
  readonly modelPath: string
  readonly samples: Int16Array
}

/** The first decode on a GPU prepares it; the better one counts. */
const decodes = 2

/** Loads the model there and decodes the clip. */
export async function tryBackend(id: BackendId, clip: Clip, parts: TrialParts): Promise<Trial> {
  return inOwnProcess<Trial>(id, parts, async (recognizer, reached) => {
    await recognizer.report()
    reached('loading')
    const { backend } = await recognizer.load(clip.modelPath)
    reached('decoding')
    let text = ''
    let ms = Infinity
    for (let count = 0; count < decodes; count++) {
      const { segments, timings } = await recognizer.decode({ ...clip, ...wholeWindow })
      text = segments.map((segment) => segment.text).join(' ')
      ms = Math.min(ms, timings.encodeMs + timings.decodeMs)
    }
    return { kind: 'decoded', text, ms, onProcessor: id !== processor && backend === 'CPU' }
  })
}

/** Loads a library and asks what it offers. */
export async function askLibrary(
  kind: GpuKind,
  parts: TrialParts,
): Promise<RecognitionReport | Exclude<Trial, { kind: 'decoded' }>> {
  return inOwnProcess<RecognitionReport>(`${kind}:0`, parts, (recognizer) => recognizer.report())
}

/** The whole window of the model: what is measured is computing, not what is saved of it. */
export const wholeWindow = {
  language: 'en',
  style: 'live',
  prompt: '',
  threads: null,
  fullContext: true,
} as const

/** Does work with a recognizer of its own on a back end; a process that is lost is an outcome, not an error. */
export async function inOwnProcess<Result>(
  id: BackendId,
  { spawn, later, steadyMs, limitMs, signal }: TrialParts,
  work: (recognizer: WorkerRecognizer, reached: (stage: Stage) => void) => Promise<Result>,
): Promise<Result | Exclude<Trial, { kind: 'decoded' }>> {
  let loss: Loss | null = null
  let stage: Stage = 'opening'
  await using recognizer = workerRecognizer({
    spawn: () => spawn(id),
    onLost: (lost) => (loss = lost),
    later,
    steadyMs,
    patience: { of: () => ({ wholeMs: limitMs, afterAbortMs: limitMs }), took: () => {} },
  })
  const stop = (): void => void recognizer[Symbol.asyncDispose]()
  signal.addEventListener('abort', stop, { once: true })
  try {
    if (signal.aborted) throw new AppError('cancelled', 'The probe was left.')
    return await work(recognizer, (next) => (stage = next))
  } catch (error) {
    if (signal.aborted) throw error
    return failedTrial(stage, loss, error, limitMs)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function failedTrial(stage: Stage, loss: Loss | null, error: unknown, limitMs: number) {
  switch (loss?.kind) {
    case 'died':
      return { kind: 'died', stage, reason: loss.reason } as const
    case 'hung':
      return { kind: 'hung', stage, reason: `no answer for ${limitMs / 1000} s` } as const
    case 'garbled':
      return { kind: 'failed', stage, reason: 'It answered what nobody understands.' } as const
    default:
      if (!(error instanceof AppError)) throw error
      return { kind: 'failed', stage, reason: error.message } as const
  }
}
