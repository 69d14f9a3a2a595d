import type { z } from 'zod'
import { AppError } from '#contract/errors.ts'
import type { Clock } from '../runtime/clock.ts'
import { hostWorker, type Loss, type WorkerLike } from '../runtime/worker-host.ts'
import { crashRecord } from './crash-record.ts'
import type { LanguageModel, ReplyOptions } from './language-model.ts'
import { oneAtATime } from './one-at-a-time.ts'
import {
  ContextReply,
  CountReply,
  EmbedReply,
  FromWorker,
  type Job,
  LibraryReply,
  MeasureReply,
  Reply,
  Sign,
} from './worker-messages.ts'

/** So long after the last job the process with its model is ended; the next job waits for a new one. */
const defaultIdleMs = 120_000
/**
 * Without a sign of life for so long a process is given up. One that works tells so after every step; the longest are reading
 * a large model from a slow disk, and a stride of a prompt on a weak computer.
 */
const patience = {
  wholeMs: 300_000,
  afterAbortMs: 30_000,
  /** It may starve on a busy computer, for it goes behind everything else; even then it gets its turn every few seconds. */
  silentMs: 10_000,
  idleMs: 15_000,
}
/** Opening the library asks graphics cards. */
const openingMs = 25_000

export interface WorkerLanguageParts {
  readonly spawn: () => WorkerLike
  readonly onLost: (loss: Loss) => void
  readonly later: Clock['later']
  /** Tells one content of a file from another without reading it. */
  readonly identify: (path: string) => string | null
  readonly idleMs?: number
  /** Milliseconds on a clock that never goes back. */
  readonly steadyMs?: () => number
}

type ModelJob = Extract<Job, { readonly modelPath: string }>

/** The language model in a process of its own, which is started when it is first needed. */
export function workerLanguageModel(parts: WorkerLanguageParts): LanguageModel {
  let held = false
  const host = hostWorker<Job>({
    label: 'language model',
    spawn() {
      const worker = parts.spawn()
      if (held) worker.postMessage({ hold: true })
      return worker
    },
    parseOutcome: (value) => FromWorker.parse(value),
    onLost: parts.onLost,
    idleMs: parts.idleMs ?? defaultIdleMs,
    later: parts.later,
    patience: () => patience,
    openingMs: () => openingMs,
    isHeld: () => held,
  })
  const inTurn = oneAtATime()
  const crashes = crashRecord(parts.identify, parts.steadyMs ?? (() => performance.now()))

  async function ask<Schema extends z.ZodType>(
    schema: Schema,
    job: Job,
    { signal, onText }: ReplyOptions = {},
  ): Promise<z.infer<Schema>> {
    let text = ''
    const answer = await host.run(job, signal, (sign) => {
      const added = Sign.safeParse(sign).data ?? ''
      if (added !== '' && !signal?.aborted) onText?.((text += added))
    })
    const reply = schema.safeParse(answer)
    if (reply.success) return reply.data
    host.giveUp({ kind: 'garbled', reason: `not an answer to ${job.kind}` })
    const message = 'The language model answered something else than it was asked.'
    throw new AppError('worker_crashed', message, { cause: reply.error })
  }

  /** A process that was lost is replaced once; the work is then done again from its beginning. */
  async function askTwice<Schema extends z.ZodType>(
    schema: Schema,
    job: Job,
    options: ReplyOptions = {},
  ): Promise<z.infer<Schema>> {
    try {
      return await ask(schema, job, options)
    } catch (error) {
      if (!isCrash(error) || options.signal?.aborted) throw error
      return ask(schema, job, options)
    }
  }

  async function askModel<Schema extends z.ZodType>(
    schema: Schema,
    job: ModelJob,
    options: ReplyOptions = {},
  ): Promise<z.infer<Schema>> {
    const { modelPath } = job
    return inTurn(async () => {
      if (crashes.isLeftAlone(modelPath)) throw leftAlone()
      try {
        const reply = await askTwice(schema, job, options)
        crashes.worked(modelPath)
        return reply
      } catch (error) {
        if (options.signal?.aborted) throw options.signal.reason
        if (isCrash(error)) crashes.failed(modelPath)
        throw error
      }
    }, options.signal)
  }

  return {
    async reply(request, options) {
      const { text, value, end, tokens } = await askModel(
        Reply,
        { kind: 'reply', ...request },
        options,
      )
      return { text, value: value ?? null, end, tokens }
    },
    contextTokens: (modelPath) => askModel(ContextReply, { kind: 'contextTokens', modelPath }),
    count: (modelPath, texts) =>
      askModel(CountReply, { kind: 'count', modelPath, texts: [...texts] }),
    embed: (modelPath, texts, as, signal) =>
      askModel(
        EmbedReply,
        { kind: 'embed', modelPath, texts: [...texts], as },
        signal && { signal },
      ),
    measure: (modelPath, of) => askModel(MeasureReply, { kind: 'measure', modelPath, of }),
    hold(wanted) {
      if (wanted === held) return
      held = wanted
      host.tell({ hold: held })
    },
    async library() {
      try {
        return await inTurn(() => askTwice(LibraryReply, { kind: 'library' }))
      } catch (error) {
        if (error instanceof AppError) return null
        throw error
      }
    },
    [Symbol.asyncDispose]: () => host[Symbol.asyncDispose](),
  }
}

function isCrash(error: unknown): boolean {
  return error instanceof AppError && error.code === 'worker_crashed'
}

function leftAlone(): AppError {
  const message =
    'The language model has stopped unexpectedly again and again. It is tried again in some minutes; until then RTSTT does without, or choose another model.'
  return new AppError('worker_crashed', message)
}
