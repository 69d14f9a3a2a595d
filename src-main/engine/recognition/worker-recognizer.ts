import type { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import type { Clock } from '../runtime/clock.ts'
import { hostWorker, type Loss, type WorkerLike } from '../runtime/worker-host.ts'
import { jobPatience, type JobPatience } from './patience.ts'
import type { Recognizer } from './recognizer.ts'
import {
  DecodingReply,
  DetectReply,
  FromWorker,
  type Job,
  LoadReply,
  ReportReply,
} from './worker-messages.ts'

/** So long after the last job a process with its model is given up; the next job waits for a new one. */
const idleMs = 120_000

/** The recognizer in another process, as it is: a process that is lost fails what was asked of it. */
export interface WorkerRecognizer extends Omit<Recognizer, 'watch' | 'health' | 'hurry'> {
  /** Ends the process; the next job is done by another one. */
  giveUp(loss: Loss): void
}

interface Options {
  readonly spawn: () => WorkerLike
  readonly onLost: (loss: Loss) => void
  readonly later: Clock['later']
  /** Milliseconds on a clock that never goes back. */
  readonly steadyMs: () => number
  readonly patience?: JobPatience
}

/** The process is started when it is first needed. */
export function workerRecognizer(options: Options): WorkerRecognizer {
  const { spawn, onLost, later, steadyMs, patience = jobPatience() } = options
  const host = hostWorker<Job>({
    label: 'speech recognition',
    spawn,
    parseOutcome: (value) => FromWorker.parse(value),
    onLost,
    idleMs,
    later,
    patience: patience.of,
    ...(patience.openingMs && { openingMs: patience.openingMs }),
  })

  async function ask<Schema extends z.ZodType>(
    schema: Schema,
    job: Job,
    signal?: AbortSignal,
  ): Promise<z.infer<Schema>> {
    const reply = schema.safeParse(await host.run(job, signal))
    if (reply.success) return reply.data
    host.giveUp({ kind: 'garbled', reason: `not an answer to ${job.kind}` })
    const message = 'The speech recognition answered something else than it was asked.'
    throw new AppError('worker_crashed', message, { cause: reply.error })
  }

  return {
    load: (modelPath) => ask(LoadReply, { kind: 'load', modelPath }),
    report: () => ask(ReportReply, { kind: 'report' }),
    detect: (stream, samples) => ask(DetectReply, { kind: 'detect', stream, samples }),
    async forget(stream) {
      await host.run({ kind: 'forget', stream })
    },
    async decode(request, signal) {
      const job = { kind: 'decode', ...request } as const
      const startedAt = steadyMs()
      const decoding = await ask(DecodingReply, job, signal)
      if (!decoding.aborted) patience.took(job, steadyMs() - startedAt)
      return decoding
    },
    giveUp: host.giveUp,
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  }
}
