import { AppError, type WireError } from '#contract/errors.ts'

/** A process of ours: what a child process, a utility process and a test's stand-in have in common. */
export interface WorkerLike {
  postMessage(value: unknown): void
  onMessage(listener: (value: unknown) => void): void
  /** Called once, with a reason for the log. */
  onExit(listener: (reason: string) => void): void
  terminate(): Promise<void>
}

type Outcome =
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: WireError }

interface Options {
  /** Names the worker in messages to people. */
  readonly label: string
  readonly spawn: () => WorkerLike
  readonly parseOutcome: (value: unknown) => Outcome
  readonly onLost: (reason: string) => void
  /** A worker nobody asked anything for so long is ended: models are large. */
  readonly idleMs: number
  /** Runs `work` after so many milliseconds unless the answer is called first; keeps no process alive. */
  readonly later: (ms: number, work: () => void) => () => void
}

export interface WorkerHost<Job> extends AsyncDisposable {
  /** An abort is passed on; the worker still answers, so the promise settles by its answer. */
  run(job: Job, signal?: AbortSignal): Promise<unknown>
}

/**
 * Keeps one worker alive and pairs jobs with replies.
 *
 * A crash fails the jobs in flight and nothing else: the next job gets a fresh worker. Trying again is
 * left to the caller, who knows whether the sound still matters.
 */
export function hostWorker<Job>(options: Options): WorkerHost<Job> {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let worker: WorkerLike | null = null
  let lastId = 0
  let stopWaiting = (): void => {}

  /** Called whenever a job has ended. */
  function rest(): void {
    stopWaiting()
    if (waiting.size > 0) return
    stopWaiting = options.later(options.idleMs, () => void end())
  }

  async function end(): Promise<void> {
    stopWaiting()
    const last = worker
    worker = null
    await last?.terminate()
  }

  function start(): WorkerLike {
    const started = options.spawn()
    started.onMessage(settle)
    started.onExit((reason) => lose(started, reason))
    return started
  }

  function settle(value: unknown): void {
    const outcome = options.parseOutcome(value)
    const job = waiting.get(outcome.id)
    waiting.delete(outcome.id)
    if ('error' in outcome) job?.reject(new AppError(outcome.error.code, outcome.error.message))
    else job?.resolve(outcome.reply)
    rest()
  }

  function lose(lost: WorkerLike, reason: string): void {
    if (worker !== lost) return
    worker = null
    options.onLost(reason)
    const error = new AppError('worker_crashed', `The ${options.label} stopped unexpectedly.`, {
      cause: new Error(reason),
    })
    for (const job of waiting.values()) job.reject(error)
    waiting.clear()
  }

  return {
    run(job, signal) {
      stopWaiting()
      worker ??= start()
      const asked = worker
      const id = ++lastId
      const result = Promise.withResolvers<unknown>()
      waiting.set(id, result)
      asked.postMessage({ id, job })
      if (!signal) return result.promise
      const abort = (): void => asked.postMessage({ abort: id })
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
      return result.promise.finally(() => signal.removeEventListener('abort', abort))
    },
    async [Symbol.asyncDispose]() {
      const error = new AppError('cancelled', `The ${options.label} was closed.`)
      for (const job of waiting.values()) job.reject(error)
      waiting.clear()
      await end()
    },
  }
}
