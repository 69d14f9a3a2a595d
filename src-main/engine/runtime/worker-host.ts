import { AppError, type WireError } from '#contract/errors.ts'
import { isAttempt } from '../network/told-attempt.ts'
import { isBeat, type Standstill } from './pulse.ts'
import { isUsage } from './usage.ts'
import { watchPulse } from './watch-pulse.ts'

/** A process of ours: what a child process, a utility process and a test's stand-in have in common. */
export interface WorkerLike {
  postMessage(value: unknown): void
  onMessage(listener: (value: unknown) => void): void
  /** Called once, with a reason for the log. */
  onExit(listener: (reason: string) => void): void
  /** `now`: it is not asked to leave by itself, because it cannot hear that any more. */
  terminate(how?: 'now'): Promise<void>
}

/** A `sign` says that the job is still being worked on, and may carry a part of its result. */
type Outcome =
  | { readonly id: number; readonly sign: unknown }
  | { readonly id: number; readonly reply: unknown }
  | { readonly id: number; readonly error: WireError }

/** How long a job may take; counted only while this process runs too, so not while the computer sleeps. */
export interface Patience {
  readonly wholeMs: number
  /** From its abort to its end. */
  readonly afterAbortMs: number
  /** Until a process that tells nothing at all stands still; by default that is not looked at. */
  readonly silentMs?: number
  /** Until a process that does nothing for it waits for what never comes; by default that is not looked at. */
  readonly idleMs?: number
}

/**
 * `died`: the process ended. `hung`: it gave no answer in time. `garbled`: it said what nobody understands.
 * `unwanted`: its user wants another one.
 */
export interface Loss {
  readonly kind: 'died' | 'hung' | 'garbled' | 'unwanted'
  /** For the log. */
  readonly reason: string
}

interface Options<Job> {
  /** Names the worker in messages to people. */
  readonly label: string
  readonly spawn: () => WorkerLike
  readonly parseOutcome: (value: unknown) => Outcome
  readonly onLost: (loss: Loss) => void
  /** A worker nobody asked anything for so long is ended: models are large. */
  readonly idleMs: number
  /** Runs `work` after so many milliseconds unless the answer is called first; keeps no process alive. */
  readonly later: (ms: number, work: () => void) => () => void
  /** A worker that takes longer is ended and counts as lost. */
  readonly patience: (job: Job) => Patience
  /** Milliseconds in which a worker that has answered nothing yet need not be heard; by default a few seconds. */
  readonly openingMs?: () => number
  /** While this is so, jobs may take any time. */
  readonly isHeld?: () => boolean
}

export interface WorkerHost<Job> extends AsyncDisposable {
  /** An abort is passed on; the worker still answers, so the promise settles by its answer. */
  run(job: Job, signal?: AbortSignal, onSign?: (sign: unknown) => void): Promise<unknown>
  /** Says something to the worker, if there is one. */
  tell(message: unknown): void
  /** Ends the worker and counts it as lost, for a reason that only its user can see. */
  giveUp(loss: Loss): void
}

interface Waiting extends PromiseWithResolvers<unknown> {
  readonly patience: Patience
  /** Its worker need not be seen working for it any more. */
  readonly unwatch: () => void
  readonly onSign: (sign: unknown) => void
  leftMs: number
  isAborted: boolean
}

const standstills: Readonly<Record<Standstill, string>> = {
  silent: 'no sign of life',
  idle: 'nothing was done',
}

/** Libraries come from a slow disk, and something may look for harm in them first. */
const defaultOpeningMs = 5_000

/** How often it is looked whether somebody has waited too long. */
const tickMs = 1_000

/**
 * Keeps one worker alive and pairs jobs with replies.
 *
 * A worker that is lost fails the jobs in flight and nothing else: the next job gets a fresh one. Trying again is
 * left to the caller, who knows whether the sound still matters.
 */
export function hostWorker<Job>(options: Options<Job>): WorkerHost<Job> {
  const waiting = new Map<number, Waiting>()
  let worker: WorkerLike | null = null
  let lastId = 0
  let stopWaiting = (): void => {}
  let stopTicking: (() => void) | null = null
  const pulse = watchPulse({
    later: options.later,
    isHeld: () => options.isHeld?.() ?? false,
    openingMs: options.openingMs ?? (() => defaultOpeningMs),
    onStandstill: (kind) => giveUp({ kind: 'hung', reason: standstills[kind] }),
  })

  function tick(): void {
    stopTicking = null
    if (!options.isHeld?.()) for (const job of waiting.values()) job.leftMs -= tickMs
    if (waiting.values().some(({ leftMs }) => leftMs <= 0))
      giveUp({ kind: 'hung', reason: 'no answer in time' })
    watch()
  }

  function watch(): void {
    if (waiting.size > 0) stopTicking ??= options.later(tickMs, tick)
  }

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
    pulse.renew()
    const started = options.spawn()
    started.onMessage((value) => hear(started, value))
    started.onExit((reason) => lose(started, { kind: 'died', reason }))
    return started
  }

  function hear(speaker: WorkerLike, value: unknown): void {
    // What a worker says that was given up is about jobs that have failed already.
    if (speaker !== worker) return
    if (isBeat(value)) return pulse.heard(value.beat)
    // That is for whoever measures and keeps; it answers no job.
    if (isUsage(value) || isAttempt(value)) return
    try {
      settle(options.parseOutcome(value))
    } catch (error) {
      giveUp({ kind: 'garbled', reason: error instanceof Error ? error.name : 'unknown' })
    }
  }

  function settle(outcome: Outcome): void {
    const job = waiting.get(outcome.id)
    if ('sign' in outcome) {
      if (!job) return
      pulse.opened()
      // After an abort the end is waited for, whatever is still done.
      if (!job.isAborted) job.leftMs = job.patience.wholeMs
      return job.onSign(outcome.sign)
    }
    waiting.delete(outcome.id)
    job?.unwatch()
    if ('error' in outcome) job?.reject(new AppError(outcome.error.code, outcome.error.message))
    else job?.resolve(outcome.reply)
    rest()
  }

  function lose(lost: WorkerLike, loss: Loss): void {
    if (worker !== lost) return
    worker = null
    pulse.stop()
    options.onLost(loss)
    const error = new AppError('worker_crashed', `The ${options.label} stopped unexpectedly.`, {
      cause: new Error(loss.reason),
    })
    for (const job of waiting.values()) job.reject(error)
    waiting.clear()
  }

  function giveUp(loss: Loss): void {
    const given = worker
    if (!given) return
    lose(given, loss)
    void given.terminate(loss.kind === 'hung' ? 'now' : undefined)
  }

  function watched({ silentMs = Infinity, idleMs = Infinity }: Patience): () => void {
    return silentMs === Infinity ? () => {} : pulse.expect({ silentMs, idleMs })
  }

  return {
    giveUp,
    tell: (message) => worker?.postMessage(message),
    run(job, signal, onSign = () => {}) {
      stopWaiting()
      worker ??= start()
      const asked = worker
      const id = ++lastId
      const patience = options.patience(job)
      const result: Waiting = {
        ...Promise.withResolvers<unknown>(),
        patience,
        unwatch: watched(patience),
        onSign,
        leftMs: patience.wholeMs,
        isAborted: false,
      }
      waiting.set(id, result)
      watch()
      asked.postMessage({ id, job })
      if (!signal) return result.promise
      const abort = (): void => {
        result.isAborted = true
        result.leftMs = Math.min(result.leftMs, patience.afterAbortMs)
        asked.postMessage({ abort: id })
      }
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
      return result.promise.finally(() => signal.removeEventListener('abort', abort))
    },
    async [Symbol.asyncDispose]() {
      stopTicking?.()
      pulse.stop()
      const error = new AppError('cancelled', `The ${options.label} was closed.`)
      for (const job of waiting.values()) job.reject(error)
      waiting.clear()
      await end()
    },
  }
}
