import { AppError } from '#contract/errors.ts'
import type { Recognizer } from './recognizer.ts'

/** Waits between tries, in milliseconds. A process that dies four times on one job will die again. */
const waits = [100, 1_000, 3_000] as const

/** A recognizer that starts its work again when its process was lost: the sound is still in the recording. */
export function persist(
  recognizer: Recognizer,
  wait: (ms: number) => Promise<void>,
  onRetry: (error: AppError) => void,
): Recognizer {
  async function again<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    for (const ms of waits) {
      try {
        return await work()
      } catch (error) {
        const lost = error instanceof AppError && error.code === 'worker_crashed'
        if (!lost || signal?.aborted) throw error
        onRetry(error)
        await wait(ms)
      }
    }
    return work()
  }

  return {
    load: (path) => again(() => recognizer.load(path)),
    report: () => again(() => recognizer.report()),
    detect: (stream, samples) => again(() => recognizer.detect(stream, samples)),
    forget: (stream) => again(() => recognizer.forget(stream)),
    decode: (request, signal) => again(() => recognizer.decode(request, signal), signal),
    [Symbol.asyncDispose]: () => recognizer[Symbol.asyncDispose](),
  }
}
