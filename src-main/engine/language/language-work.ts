/** What the language process does: which models are open, which conversations are remembered, and one reply at a time. */
import type { LanguageReply, LanguageRequest, LoadedLanguageModel } from './language-model.ts'
import type { Library, MeaningModel, Sequence, TextModel, Written } from './loaded-model.ts'
import { AppError } from '#contract/errors.ts'
import { visibleText } from './visible-text.ts'

export interface WorkOptions {
  readonly signal: AbortSignal
  /** Resolves when work may go on; asked between steps. */
  readonly pass: () => Promise<void>
  /** Told the text that has come, and an empty one after every other step. */
  readonly sign: (text: string) => void
}

export interface LanguageWork {
  library(): Promise<string>
  contextTokens(modelPath: string): Promise<number>
  count(modelPath: string, texts: readonly string[]): Promise<number[]>
  reply(request: LanguageRequest, options: WorkOptions): Promise<LanguageReply>
  embed(
    modelPath: string,
    texts: readonly string[],
    as: 'passage' | 'query',
    options: WorkOptions,
  ): Promise<Float32Array[]>
  measure(
    modelPath: string,
    of: 'language' | 'embedding',
    options: WorkOptions,
  ): Promise<LoadedLanguageModel>
}

/** Long enough to tell how fast a prompt is computed, short enough for a slow computer. */
const measuredPrompt = 'The meeting began at nine. '.repeat(16)
const measuredTokens = 16

export function languageWork(
  openLibrary: () => Promise<Library>,
  nowMs: () => number,
): LanguageWork {
  let opened: Promise<Library> | null = null
  const library = (): Promise<Library> => (opened ??= openLibrary())
  const text = oneOpen(async (path) => openedText(await (await library()).openText(path)))
  const meaning = oneOpen<MeaningModel>(async (path) => (await library()).openMeaning(path))

  async function reply(request: LanguageRequest, options: WorkOptions): Promise<LanguageReply> {
    const { model, sequenceFor } = await text(request.modelPath)
    const written = model.write(request.system, request.prompt)
    const room = model.placement.contextTokens - written.tokens.length
    if (room < 1)
      throw new AppError('invalid_input', 'The text is too long for the language model.')
    const sequence = sequenceFor(request.conversation)
    const reused = await prepare(model, sequence, written, options)
    const {
      text: said,
      end,
      count,
    } = await write(
      { model, sequence, written, schema: request.schema, most: Math.min(request.maxTokens, room) },
      options,
    )
    return {
      text: said,
      value: request.schema && end === 'complete' ? (JSON.parse(said) as unknown) : null,
      end,
      tokens: { prompt: written.tokens.length, reused, written: count },
    }
  }

  return {
    library: async () => (await library()).name,
    contextTokens: async (path) => (await text(path)).model.placement.contextTokens,
    async count(path, texts) {
      const { model } = await text(path)
      return texts.map((one) => model.count(one))
    },
    reply,
    async embed(path, texts, as, { pass, sign }) {
      const model = await meaning(path)
      const vectors: Float32Array[] = []
      for (const one of texts) {
        await pass()
        vectors.push(await model.vector(one, as))
        sign('')
      }
      return vectors
    },
    async measure(path, of, options) {
      if (of === 'embedding') {
        const model = await meaning(path)
        await options.pass()
        const startedAt = nowMs()
        await model.vector(measuredPrompt, 'passage')
        const speed = perSecond(model.count(measuredPrompt), nowMs() - startedAt)
        return {
          modelPath: path,
          ...model.placement,
          promptTokensPerSecond: speed,
          tokensPerSecond: null,
        }
      }
      const { model, sequenceFor } = await text(path)
      const written = model.write('', measuredPrompt)
      const sequence = sequenceFor('')
      const startedAt = nowMs()
      const reused = await prepare(model, sequence, written, options)
      const preparedAt = nowMs()
      const { count } = await write(
        { model, sequence, written, schema: null, most: measuredTokens },
        options,
      )
      return {
        modelPath: path,
        ...model.placement,
        promptTokensPerSecond: perSecond(
          written.tokens.length - 1 - reused,
          preparedAt - startedAt,
        ),
        tokensPerSecond: perSecond(count, nowMs() - preparedAt),
      }
    },
  }
}

interface OpenedText extends AsyncDisposable {
  readonly model: TextModel
  readonly sequenceFor: (conversation: string) => Sequence
}

function openedText(model: TextModel): OpenedText {
  /** The one that was used longest ago comes first; it makes room for a new conversation. */
  const order: Array<{ readonly conversation: string | null; readonly sequence: Sequence }> =
    model.sequences.map((sequence) => ({ conversation: null, sequence }))
  return {
    model,
    sequenceFor(conversation) {
      const known = order.findIndex((one) => one.conversation === conversation)
      const [{ sequence }] = order.splice(Math.max(known, 0), 1) as [(typeof order)[number]]
      order.push({ conversation, sequence })
      return sequence
    },
    [Symbol.asyncDispose]: () => model[Symbol.asyncDispose](),
  }
}

/** Computes all of a prompt but its last token, which the reply begins with. Returns what was computed before. */
async function prepare(
  { stride }: TextModel,
  sequence: Sequence,
  { tokens }: Written,
  { pass, sign }: WorkOptions,
): Promise<number> {
  const before = tokens.slice(0, -1)
  await pass()
  const reused = await sequence.adapt(before)
  for (let from = reused; from < before.length; from += stride) {
    await pass()
    await sequence.compute(before.slice(from, from + stride))
    sign('')
  }
  return reused
}

interface Writing {
  readonly model: TextModel
  readonly sequence: Sequence
  readonly written: Written
  readonly schema: LanguageRequest['schema']
  readonly most: number
}

interface Said {
  readonly text: string
  readonly end: LanguageReply['end']
  readonly count: number
}

async function write(
  { model, sequence, written, schema, most }: Writing,
  { pass, sign }: WorkOptions,
): Promise<Said> {
  const rules = schema ? { thoughts: [], stops: [] } : written.rules
  const reader = textReader(model)
  let shown = ''
  let count = 0
  const show = (growing: boolean): boolean => {
    const { text, ended } = visibleText(reader.text(growing), rules, growing)
    if (text.startsWith(shown) && text.length > shown.length) sign(text.slice(shown.length))
    else sign('')
    shown = text
    return ended
  }
  await pass()
  for await (const token of sequence.follow(written.tokens.slice(-1), schema)) {
    reader.add(token)
    count += 1
    if (show(true) || (schema && isWholeJson(shown))) return { text: shown, end: 'complete', count }
    if (count === most) {
      show(false)
      return { text: shown, end: 'length', count }
    }
    await pass()
  }
  show(false)
  return { text: schema ? shown.trimEnd() : shown, end: 'complete', count }
}

/** The grammar would let white space follow. */
function isWholeJson(text: string): boolean {
  if (!/[}\]]$/u.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Joins tokens to text. A letter may be several tokens; it is held back until it is whole. */
function textReader({ read }: TextModel) {
  const settled: number[] = []
  let pending: number[] = []
  let text = ''
  return {
    add(token: number): void {
      pending.push(token)
      const added = read(pending, settled)
      if (added.endsWith('\uFFFD')) return
      text += added
      settled.push(...pending)
      pending = []
    },
    text: (growing: boolean): string => (growing ? text : text + read(pending, settled)),
  }
}

/** Opens one model at a time: another one takes the place of the one before. */
function oneOpen<Model extends AsyncDisposable>(
  open: (path: string) => Promise<Model>,
): (path: string) => Promise<Model> {
  let current: { readonly path: string; readonly model: Model } | null = null
  return async (path) => {
    if (current?.path === path) return current.model
    const before = current
    current = null
    await before?.model[Symbol.asyncDispose]()
    const model = await open(path)
    current = { path, model }
    return model
  }
}

function perSecond(tokens: number, ms: number): number | null {
  return tokens > 0 && ms > 0 ? (tokens / ms) * 1_000 : null
}
