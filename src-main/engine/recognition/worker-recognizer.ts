import type { z } from 'zod'
import type { Clock } from '../runtime/clock.ts'
import { hostWorker, type WorkerLike } from '../runtime/worker-host.ts'
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

/** The recognizer as the engine sees it: in another process, which is started when first needed. */
export function workerRecognizer(
  spawn: () => WorkerLike,
  onLost: (reason: string) => void,
  later: Clock['later'],
): Recognizer {
  const host = hostWorker<Job>({
    label: 'speech recognition',
    spawn,
    parseOutcome: (value) => FromWorker.parse(value),
    onLost,
    idleMs,
    later,
  })

  async function ask<Schema extends z.ZodType>(
    schema: Schema,
    job: Job,
    signal?: AbortSignal,
  ): Promise<z.infer<Schema>> {
    return schema.parse(await host.run(job, signal))
  }

  return {
    load: (modelPath) => ask(LoadReply, { kind: 'load', modelPath }),
    report: () => ask(ReportReply, { kind: 'report' }),
    detect: (stream, samples) => ask(DetectReply, { kind: 'detect', stream, samples }),
    async forget(stream) {
      await host.run({ kind: 'forget', stream })
    },
    decode: (request, signal) => ask(DecodingReply, { kind: 'decode', ...request }, signal),
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  }
}
