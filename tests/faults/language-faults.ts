/** What becomes of requests to the language model while its process goes wrong. */
import { fileURLToPath } from 'node:url'
import type { LanguageModel } from '#engine/language/language-model.ts'
import { workerLanguageModel } from '#engine/language/worker-language-model.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { tinyLanguageModel } from '../../src-main/testing/tiny-language.ts'
import type { Row, Trial } from './fault.ts'
import { type Forked, forkWorker } from './forked-with-number.ts'

const entry = fileURLToPath(
  new URL('../../src-main/engine/language/language-process.ts', import.meta.url),
)
const plain = JSON.stringify({ gpu: null, cpuLibraries: null, memoryBytes: null })
const limitMs = 30_000

interface Watched extends AsyncDisposable {
  readonly model: LanguageModel
  readonly children: readonly Forked[]
}

/** `says`: what is heard instead of what a process says, if anything. */
function watched(
  says: (message: unknown, child: number) => unknown = (message) => message,
): Watched {
  const children: Forked[] = []
  const model = workerLanguageModel({
    spawn() {
      const child = forkWorker([plain], entry)
      const number = children.push(child)
      const { worker } = child
      return {
        ...worker,
        onMessage: (listener) => worker.onMessage((message) => listener(says(message, number))),
      }
    },
    onLost: () => {},
    later: systemClock.later,
    identify: () => 'the same',
  })
  return { model, children, [Symbol.asyncDispose]: () => model[Symbol.asyncDispose]() }
}

const asked = () => ({
  modelPath: tinyLanguageModel(),
  conversation: 'one',
  system: '',
  prompt: 'What was decided?',
  schema: null,
  maxTokens: 24,
})

export async function languageFaults({ say }: Trial): Promise<Row[]> {
  const rows: Row[] = []
  const note = (fault: string, ms: number, broken: readonly string[] = []): void => {
    say(`${fault}: ${(ms / 1000).toFixed(2)} s`)
    rows.push({ fault, tried: 1, recoveredMs: { value: ms, atMost: limitMs }, lost: null, broken })
  }
  if (process.platform !== 'win32')
    note('language: its process is stopped amid a reply', await timed(stopped))
  note('language: its messages are garbage', await timed(babbling))
  const { ms, starts } = await dyingAlways()
  const broken = starts > 4 ? [`It was started ${starts} times for two requests and one more.`] : []
  note('language: dies whatever is asked', ms, broken)
  return rows
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function stopped(): Promise<void> {
  await using watchedModel = watched()
  const { model, children } = watchedModel
  let stops = 0
  await model.reply(asked(), {
    onText() {
      if (stops++ === 0) children[0]?.stop()
    },
  })
}

async function babbling(): Promise<void> {
  await using watchedModel = watched((message, child) =>
    child === 1 ? { said: 'what?' } : message,
  )
  await watchedModel.model.reply(asked())
}

/** Who asks goes on without a model, and is not kept waiting by it any more. */
async function dyingAlways(): Promise<{ readonly ms: number; readonly starts: number }> {
  await using watchedModel = watched()
  const { model, children } = watchedModel
  const killing = setInterval(() => children.at(-1)?.kill(), 20)
  const ms = await timed(async () => {
    for (let count = 0; count < 3; count++)
      await model.reply(asked()).then(
        () => Promise.reject(new Error('It answered though it was killed.')),
        () => {},
      )
  })
  clearInterval(killing)
  return { ms, starts: children.length }
}
