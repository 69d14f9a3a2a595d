/** The real library, in its real process, with models that know nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { tinyEmbeddingModel, tinyLanguageModel } from '../../testing/tiny-language.ts'
import { forkWorker } from '../runtime/fork-worker.ts'
import type { WorkerLike } from '../runtime/worker-host.ts'
import type { JsonSchema, LanguageRequest } from './language-model.ts'
import type { ProcessOptions } from './process-options.ts'
import { workerLanguageModel } from './worker-language-model.ts'

const entry = fileURLToPath(new URL('language-process.ts', import.meta.url))

function setUp(options: Partial<ProcessOptions> & { readonly idleMs?: number } = {}) {
  const { idleMs = 600_000, ...told } = options
  const whole: ProcessOptions = { gpu: null, cpuLibraries: null, memoryBytes: null, ...told }
  const workers: WorkerLike[] = []
  const lost: string[] = []
  const gone: Array<Promise<string>> = []
  const model = workerLanguageModel({
    spawn() {
      const worker = forkWorker(entry, [JSON.stringify(whole)])
      workers.push(worker)
      gone.push(new Promise((resolve) => worker.onExit(resolve)))
      return worker
    },
    onLost: ({ kind }) => lost.push(kind),
    later(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
    identify: () => 'the same',
    idleMs,
  })
  onTestFinished(() => model[Symbol.asyncDispose]())
  return { model, workers, lost, gone }
}

function request(prompt: string, changes: Partial<LanguageRequest> = {}): LanguageRequest {
  return {
    modelPath: tinyLanguageModel(),
    conversation: 'one',
    system: 'You keep the minutes of meetings.',
    prompt,
    schema: null,
    maxTokens: 40,
    ...changes,
  }
}

const actions: JsonSchema = {
  type: 'object',
  properties: {
    title: { type: 'string', maxLength: 24 },
    kind: { enum: ['stand-up', 'lecture', null] },
    actions: {
      type: 'array',
      maxItems: 2,
      items: {
        type: 'object',
        properties: {
          what: { type: 'string', maxLength: 16 },
          who: { oneOf: [{ type: 'string', maxLength: 8 }, { type: 'null' }] },
          done: { type: 'boolean' },
        },
      },
    },
  },
}
it('streams a reply as it grows and says what it took', async () => {
  const { model } = setUp()
  const heard: string[] = []
  const { text, tokens } = await model.reply(request('What was decided?'), {
    onText: (sofar) => heard.push(sofar),
  })
  expect(heard.length).toBeGreaterThan(3)
  expect(heard.every((one, i) => one.startsWith(heard[i - 1] ?? ''))).toBe(true)
  expect(text.startsWith(heard.at(-1) ?? '?')).toBe(true)
  expect(tokens.prompt).toBeGreaterThan(20)
  expect(tokens.written).toBeLessThanOrEqual(40)
})

it('keeps to the schema', async () => {
  const { model } = setUp()
  const { value, end } = await model.reply(request('Sum up.', { schema: actions, maxTokens: 600 }))
  expect(end).toBe('complete')
  const found = value as { title: string; kind: string | null; actions: object[] }
  expect(Object.keys(found)).toEqual(['title', 'kind', 'actions'])
  expect(found.title.length).toBeLessThanOrEqual(24)
  expect(['stand-up', 'lecture', null]).toContain(found.kind)
  expect(found.actions.length).toBeLessThanOrEqual(2)
  for (const one of found.actions) expect(Object.keys(one)).toEqual(['what', 'who', 'done'])
})

it('says when a reply was cut, and then has no value', async () => {
  const { model } = setUp()
  const wish = request('Sum up.', { schema: actions, maxTokens: 12 })
  expect(await model.reply(wish)).toMatchObject({
    end: 'length',
    value: null,
    tokens: { written: 12 },
  })
})

it('computes nothing of a prompt twice, also while conversations take turns', async () => {
  const { model } = setUp()
  const before = 'Anna: we have to finish the budget. '.repeat(20)
  const first = await model.reply(request(before))
  const other = await model.reply(
    request('Something else.', { conversation: 'two', system: 'Other.' }),
  )
  expect([first.tokens.reused, other.tokens.reused]).toEqual([0, expect.any(Number)])
  const again = await model.reply(request(before))
  // The last token is computed anew: the reply begins with it.
  expect(again.tokens.reused).toBe(again.tokens.prompt - 1)
  expect(again.text).toBe(first.text)
  const longer = await model.reply(request(`${before}Ben: by Friday.`))
  const closing = 24
  expect(longer.tokens.reused).toBeGreaterThan(first.tokens.prompt - closing)
  const otherAgain = await model.reply(
    request('Something else.', { conversation: 'two', system: 'Other.' }),
  )
  expect(otherAgain.tokens.reused).toBe(otherAgain.tokens.prompt - 1)
})

it('takes no text for a control token', async () => {
  const { model } = setUp()
  const marks = ['<|im_end|>', '<|im_start|>system', '</s>', '[INST]', '<|endoftext|>']
  const counts = await model.count(tinyLanguageModel(), marks)
  // Each letter of a mark is a token of its own in a vocabulary of words.
  expect(counts).toEqual(marks.map(({ length }) => length))
  const [plain, marked] = [
    await model.reply(request('x'.repeat(10))),
    await model.reply(request('<|im_end|>')),
  ]
  expect(marked.tokens.prompt).toBe(plain.tokens.prompt)
})

it('ends a reply at once when it is aborted, and answers the next', async () => {
  const { model, lost } = setUp()
  const stop = new AbortController()
  let heardAfter = 0
  const reply = model.reply(request('Go on.', { schema: actions, maxTokens: 600 }), {
    signal: stop.signal,
    onText() {
      if (stop.signal.aborted) heardAfter += 1
      stop.abort(new Error('enough'))
    },
  })
  await expect(reply).rejects.toThrow('enough')
  expect(heardAfter).toBe(0)
  await expect(model.reply(request('And now?'))).resolves.toMatchObject({ value: null })
  expect(lost).toEqual([])
})

it('stops while it is held and then goes on where it was', async () => {
  const { model } = setUp()
  const wish = request('Sum up.', { schema: actions, maxTokens: 600 })
  const whole = await model.reply(wish)
  let heard = 0
  const firstText = Promise.withResolvers<void>()
  const reply = model.reply(wish, {
    onText() {
      heard += 1
      if (heard === 1) {
        model.hold(true)
        firstText.resolve()
      }
    },
  })
  await firstText.promise
  let isDone = false
  void reply.then(() => (isDone = true))
  // The process answers an aborted job after all that it had sent before.
  await expect(
    model.embed(tinyEmbeddingModel(), ['x'], 'query', AbortSignal.abort(new Error('enough'))),
  ).rejects.toThrow('enough')
  expect(isDone).toBe(false)
  model.hold(false)
  expect((await reply).text).toBe(whole.text)
})

it('answers on a second try when its process is killed amid a reply', async () => {
  const { model, workers, lost } = setUp()
  let kill: (() => void) | null = () => void workers[0]?.terminate()
  const reply = await model.reply(request('Sum up.', { schema: actions, maxTokens: 600 }), {
    onText() {
      kill?.()
      kill = null
    },
  })
  expect(reply.end).toBe('complete')
  expect(lost).toEqual(['died'])
  expect(workers).toHaveLength(2)
})

it('leaves its memory to others after a while without work', async () => {
  const { model, gone, lost } = setUp({ idleMs: 50 })
  await model.contextTokens(tinyLanguageModel())
  await gone[0]
  expect(lost).toEqual([])
  await expect(model.contextTokens(tinyLanguageModel())).resolves.toBeGreaterThan(1_000)
})

function broken(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-broken-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'model.gguf')
  writeFileSync(path, bytes)
  return path
}

it('says of a broken file that it is broken, and goes on', async () => {
  const { model, lost } = setUp()
  const whole = readFileSync(tinyLanguageModel())
  const cut = [0, 3, 20, 400, 20_000, whole.length >> 1, whole.length - 4_000]
  const garbage = Buffer.alloc(50_000, 'garbage')
  const files = [...cut.map((length) => whole.subarray(0, length)), garbage]
  for (const bytes of files) {
    const asked = model.contextTokens(broken(bytes))
    await expect(asked, `${bytes.length} bytes`).rejects.toMatchObject({ code: 'model_broken' })
  }
  expect(lost).toEqual([])
  await expect(model.contextTokens(tinyLanguageModel())).resolves.toBeGreaterThan(1_000)
})

it('says of a missing file that it is missing', async () => {
  const { model } = setUp()
  const asked = model.contextTokens(join(tmpdir(), 'no-such-model.gguf'))
  await expect(asked).rejects.toMatchObject({ code: 'model_missing' })
})

it('says how much memory is missing for a model that is too large', async () => {
  const { model } = setUp({ memoryBytes: 300_000_000 })
  const asked = model.contextTokens(tinyLanguageModel())
  await expect(asked).rejects.toMatchObject({
    code: 'model_too_large',
    message: expect.stringMatching(/needs about 0\.5 GB of memory, and 0\.3 GB are free/),
  })
})

it('gives vectors of unit length in which texts of one meaning are near each other', async () => {
  const { model } = setUp()
  const texts = ['The budget is too small.', 'The costs are too high.', 'A zebra sleeps.', '']
  const vectors = await model.embed(tinyEmbeddingModel(), texts, 'passage')
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
  const [query] = await model.embed(tinyEmbeddingModel(), ['money'], 'query')
  const nearness = vectors.map((vector) =>
    vector.reduce((sum, one, i) => sum + one * query![i]!, 0),
  )
  expect(Math.min(nearness[0]!, nearness[1]!)).toBeGreaterThan(nearness[2]! + 0.2)
})

it('tells how fast it is and on what', async () => {
  const { model } = setUp()
  expect(await model.library()).toMatch(/^node-llama-cpp \d/)
  const measured = await model.measure(tinyLanguageModel(), 'language')
  expect(measured).toMatchObject({
    gpuLayers: 0,
    layers: 3,
    backend: expect.stringMatching(/^CPU \(/),
  })
  expect(measured.promptTokensPerSecond).toBeGreaterThan(0)
  expect(measured.tokensPerSecond).toBeGreaterThan(0)
})
