/** What the language process saves, how soon it stops and that it leaves nothing behind, with a model that knows nothing. */
import { fileURLToPath } from 'node:url'
import type { LanguageModel, LanguageRequest } from '#engine/language/language-model.ts'
import type { ProcessOptions } from '#engine/language/process-options.ts'
import { workerLanguageModel } from '#engine/language/worker-language-model.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { forkWorker } from '#engine/runtime/fork-worker.ts'
import { tinyModel } from '../models/tiny-language/tiny-models.ts'
import { atMost, type Bench, quantile, rounded, told } from './figures.ts'

const entry = fileURLToPath(
  new URL('../src-main/engine/language/language-process.ts', import.meta.url),
)
const minute =
  'Anna: we have to finish the budget by Friday. Ben: and what about the launch? '.repeat(9)
/** Of the meeting that is told once and then goes on. */
const minutes = 15
const aborts = 10
const idleMs = 200

export async function benchLanguage(): Promise<Bench> {
  const gone = Promise.withResolvers<number>()
  await using model = openModel(() => gone.resolve(performance.now()))
  const path = tinyModel('measurable')
  const speed = await model.measure(path, 'language')
  const first = await timed(() => model.reply(request(path, minute.repeat(minutes))))
  const next = await timed(() => model.reply(request(path, minute.repeat(minutes + 1))))
  const tokenMs = 1_000 / (speed.tokensPerSecond ?? 1)
  const stops: number[] = []
  for (let i = 0; i < aborts; i += 1) stops.push(await timeToStop(model, path))
  const endedAt = performance.now()
  const goneMs = (await gone.promise) - endedAt
  return {
    title: `The language model: ${speed.backend}, one process, ${minutes} minutes and one more`,
    figures: [
      atMost(0.25, told('one more minute against all, time', rounded(next.ms / first.ms), '')),
      atMost(
        0.15,
        told(
          'one more minute against all, tokens computed',
          rounded(computed(next.reply) / computed(first.reply)),
          '',
        ),
      ),
      atMost(
        2,
        told('from abort to its end, p90', rounded(quantile(stops, 0.9) / tokenMs, 1), 'tokens'),
      ),
      atMost(3_000, told('process gone after idle', rounded(goneMs - idleMs, 0), 'ms')),
      told('reads', rounded(speed.promptTokensPerSecond ?? 0, 0), 'tok/s'),
      told('writes', rounded(speed.tokensPerSecond ?? 0, 0), 'tok/s'),
    ],
    table: [first, next].map(({ ms, reply: { tokens } }) => ({ ms: rounded(ms, 0), ...tokens })),
  }
}

function openModel(onGone: () => void): LanguageModel {
  const options: ProcessOptions = { gpu: null, cpuLibraries: null, memoryBytes: null }
  return workerLanguageModel({
    spawn() {
      const worker = forkWorker(entry, [JSON.stringify(options)])
      worker.onExit(onGone)
      return worker
    },
    onLost: ({ reason }) => {
      throw new Error(`The language process was lost: ${reason}`)
    },
    later: systemClock.later,
    identify: () => null,
    idleMs,
  })
}

function request(modelPath: string, prompt: string): LanguageRequest {
  const system = 'You keep the minutes of a meeting.'
  return { modelPath, conversation: 'meeting', system, prompt, schema: null, maxTokens: 1 }
}

async function timed<Reply>(work: () => Promise<Reply>) {
  const startedAt = performance.now()
  const reply = await work()
  return { ms: performance.now() - startedAt, reply }
}

function computed({ tokens }: Awaited<ReturnType<LanguageModel['reply']>>): number {
  return tokens.prompt - tokens.reused
}

/** Milliseconds from an abort amid a reply to its end. */
async function timeToStop(model: LanguageModel, path: string): Promise<number> {
  const stop = new AbortController()
  let stoppedAt = 0
  const items = { type: 'string', maxLength: 200 } as const
  const wish = {
    ...request(path, 'Go on.'),
    conversation: 'stopped',
    schema: { type: 'array', items, maxItems: 200 } as const,
    maxTokens: 1_000,
  }
  const reply = model.reply(wish, {
    signal: stop.signal,
    onText() {
      stoppedAt ||= performance.now()
      stop.abort(new Error('enough'))
    },
  })
  await reply.catch((error: unknown) => {
    if (!stop.signal.aborted) throw error
  })
  return performance.now() - stoppedAt
}
