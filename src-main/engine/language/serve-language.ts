import { AppError, toWireError } from '#contract/errors.ts'
import { beatWhileWorking } from '../runtime/beat-while-working.ts'
import type { Beat } from '../runtime/pulse.ts'
import { gate } from './gate.ts'
import type { LanguageWork, WorkOptions } from './language-work.ts'
import { type FromWorker, type Job, ToWorker } from './worker-messages.ts'
import { traceOf } from '../runtime/trace-of.ts'

/**
 * Answers the engine's jobs, which come one at a time; runs inside the language process. Returns what hears the engine's
 * messages.
 */
export function serveLanguage(
  work: LanguageWork,
  answer: (outcome: FromWorker | { readonly beat: Beat }) => void,
): (message: unknown) => void {
  const running = new Map<number, AbortController>()
  const beginWork = beatWhileWorking(answer)
  const held = gate()

  async function run(id: number, job: Job): Promise<void> {
    const stop = new AbortController()
    running.set(id, stop)
    const endWork = beginWork()
    try {
      const reply = await perform(work, job, {
        signal: stop.signal,
        pass: () => held.pass(stop.signal),
        sign: (text) => answer({ id, sign: text }),
      })
      answer({ id, reply })
    } catch (error) {
      if (!(error instanceof AppError) && !stop.signal.aborted) console.error(traceOf(error))
      answer({ id, error: toWireError(error) })
    } finally {
      running.delete(id)
      endWork()
    }
  }

  return (message) => {
    const heard = ToWorker.parse(message)
    if ('hold' in heard) held.set(!heard.hold)
    else if ('abort' in heard)
      running.get(heard.abort)?.abort(new AppError('cancelled', 'The reply was cancelled.'))
    else void run(heard.id, heard.job)
  }
}

async function perform(work: LanguageWork, job: Job, options: WorkOptions): Promise<unknown> {
  switch (job.kind) {
    case 'library':
      return work.library()
    case 'contextTokens':
      return work.contextTokens(job.modelPath)
    case 'count':
      return work.count(job.modelPath, job.texts)
    case 'embed':
      return work.embed(job.modelPath, job.texts, job.as, options)
    case 'measure':
      return work.measure(job.modelPath, job.of, options)
    case 'reply': {
      const { kind: _, ...request } = job
      return work.reply(request, options)
    }
  }
}
