import { AppError, toWireError } from '#contract/errors.ts'
import { beatWhileWorking } from '../runtime/beat-while-working.ts'
import type { Beat } from '../runtime/pulse.ts'
import type { DecodeRequest, Decoding, LoadedModel, RecognitionReport } from './recognizer.ts'
import { type FromWorker, type Job, ToWorker } from './worker-messages.ts'
import { traceOf } from '../runtime/trace-of.ts'

/** What does the work inside the recognition process. */
export interface RecognitionWork {
  report(): RecognitionReport
  load(modelPath: string): Promise<LoadedModel>
  detect(stream: string, samples: Int16Array): readonly number[]
  forget(stream: string): void
  decode(request: DecodeRequest, signal: AbortSignal): Promise<Decoding>
}

/** Answers the engine's jobs; runs inside the recognition process. Returns what hears the engine's messages. */
export function serveRecognition(
  work: RecognitionWork,
  answer: (outcome: FromWorker | { readonly beat: Beat }) => void,
): (message: unknown) => void {
  const running = new Map<number, AbortController>()
  const beginWork = beatWhileWorking(answer)

  async function run(id: number, job: Job): Promise<void> {
    const stop = new AbortController()
    running.set(id, stop)
    const endWork = beginWork()
    try {
      answer({ id, reply: await perform(work, job, stop.signal) })
    } catch (error) {
      if (!(error instanceof AppError)) console.error(traceOf(error))
      answer({ id, error: toWireError(error) })
    } finally {
      running.delete(id)
      endWork()
    }
  }

  return (message) => {
    const heard = ToWorker.parse(message)
    if ('abort' in heard) running.get(heard.abort)?.abort()
    else void run(heard.id, heard.job)
  }
}

async function perform(work: RecognitionWork, job: Job, signal: AbortSignal): Promise<unknown> {
  switch (job.kind) {
    case 'report':
      return work.report()
    case 'load':
      return work.load(job.modelPath)
    case 'detect':
      return work.detect(job.stream, job.samples)
    case 'forget':
      work.forget(job.stream)
      return null
    case 'decode': {
      const { kind: _, ...request } = job
      return work.decode(request, signal)
    }
  }
}
