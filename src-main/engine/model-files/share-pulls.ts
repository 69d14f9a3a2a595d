/** Two faces that ask for the same model at the same time share one download. */
import { AppError } from '#contract/errors.ts'
import type { PullOptions, PullProgress } from './model-files.ts'

interface Shared<Result> {
  readonly result: Promise<Result>
  readonly stop: AbortController
  readonly listeners: Set<(progress: PullProgress) => void>
  last: PullProgress | null
}

type Work<Result> = (signal: AbortSignal, tell: (progress: PullProgress) => void) => Promise<Result>

export interface SharedPulls<Result> {
  /** Starts `work`, or joins the same one under way. It is stopped when the last who waits gives up. */
  join(id: string, options: PullOptions, work: Work<Result>): Promise<Result>
  isRunning(id: string): boolean
}

export function sharePulls<Result>(): SharedPulls<Result> {
  const running = new Map<string, Shared<Result>>()

  function start(id: string, work: Work<Result>): Shared<Result> {
    const stop = new AbortController()
    const listeners = new Set<(progress: PullProgress) => void>()
    const tell = (progress: PullProgress): void => {
      shared.last = progress
      for (const listener of listeners) listener(progress)
    }
    const result = Promise.resolve()
      .then(() => work(stop.signal, tell))
      .finally(() => running.delete(id))
    // Whoever still waits is told by `join`; nobody waiting is not a failure.
    result.catch(() => {})
    const shared: Shared<Result> = { result, stop, listeners, last: null }
    running.set(id, shared)
    return shared
  }

  return {
    isRunning: (id) => running.has(id),
    async join(id, { signal, onProgress }, work) {
      if (signal?.aborted) throw stopped()
      const known = running.get(id)
      // One that is being stopped keeps its files until it has ended.
      if (known?.stop.signal.aborted) await known.result.catch(() => {})
      const shared = running.get(id) ?? start(id, work)
      const listener = (progress: PullProgress): void => onProgress(progress)
      shared.listeners.add(listener)
      if (shared.last) onProgress(shared.last)
      const leave = Promise.withResolvers<never>()
      const giveUp = (): void => {
        shared.listeners.delete(listener)
        if (shared.listeners.size > 0) leave.reject(stopped())
        else shared.stop.abort()
      }
      signal?.addEventListener('abort', giveUp)
      try {
        return await Promise.race([shared.result, leave.promise])
      } finally {
        signal?.removeEventListener('abort', giveUp)
        shared.listeners.delete(listener)
      }
    },
  }
}

function stopped(): AppError {
  return new AppError('cancelled', 'The download was stopped. What came so far is kept.')
}
