/** A language model whose replies are written by a test, and a few that are always at hand. */
import { AppError } from '#contract/errors.ts'
import type {
  JsonSchema,
  LanguageModel,
  LanguageReply,
  LanguageRequest,
} from '#engine/language/language-model.ts'

/** What it answers: text, or a value that becomes JSON where a schema was given. `signal` ends it. */
export type Script = (request: LanguageRequest, signal: AbortSignal | undefined) => unknown

export interface ScriptedLanguageModel extends LanguageModel {
  /** Everything that was asked, in order. */
  readonly requests: readonly LanguageRequest[]
  /** The most tokens that system, prompt and longest reply of one request had together. */
  readonly peakTokens: number
  readonly held: boolean
}

export interface ScriptedOptions {
  readonly contextTokens?: number
  readonly embed?: (text: string) => Float32Array
}

/** About as many as a real model has: a token for each four letters. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4)

export function scriptedLanguageModel(
  script: Script,
  { contextTokens = 4096, embed = () => new Float32Array([1]) }: ScriptedOptions = {},
): ScriptedLanguageModel {
  const requests: LanguageRequest[] = []
  let peakTokens = 0
  let held = false
  const said = new Map<string, string>()

  return {
    requests,
    get peakTokens() {
      return peakTokens
    },
    get held() {
      return held
    },
    async reply(request, { signal, onText } = {}): Promise<LanguageReply> {
      signal?.throwIfAborted()
      requests.push(request)
      const whole = request.system + request.prompt
      const prompt = tokensOf(whole)
      peakTokens = Math.max(peakTokens, prompt + request.maxTokens)
      if (prompt + request.maxTokens > contextTokens)
        throw new Error('This request does not fit the context.')
      const before = said.get(request.conversation) ?? ''
      said.set(request.conversation, whole)
      const answer = await script(request, signal)
      signal?.throwIfAborted()
      const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
      const written = tokensOf(text)
      const end = written > request.maxTokens ? 'length' : 'complete'
      const shown = end === 'length' ? text.slice(0, request.maxTokens * 4) : text
      onText?.(shown)
      return {
        text: shown,
        value: request.schema && end === 'complete' ? parsed(text) : null,
        end,
        tokens: { prompt, reused: tokensOf(common(before, whole)), written },
      }
    },
    contextTokens: async () => contextTokens,
    count: async (_, texts) => texts.map(tokensOf),
    embed: async (_, texts) => texts.map(embed),
    hold(hold) {
      held = hold
    },
    measure: async (modelPath) => ({
      modelPath,
      backend: 'CPU',
      gpuLayers: 0,
      layers: 1,
      contextTokens,
      promptTokensPerSecond: null,
      tokensPerSecond: null,
    }),
    library: async () => null,
    async [Symbol.asyncDispose]() {},
  }
}

/** A line of a transcript as it stands in a prompt: `[3] Anna: We ship on Friday.` */
export interface NumberedLine {
  readonly number: number
  readonly text: string
}

/** The numbered lines of a prompt; who said them is left out. */
export function numberedLines(prompt: string): NumberedLine[] {
  return [...prompt.matchAll(/^\[(\d+)\] (?:[^:\n]{1,60}: )?(.+)$/gm)].map(([, number, text]) => ({
    number: Number(number),
    text: text ?? '',
  }))
}

/**
 * Copies lines out of the prompt into whatever shape is asked for, each with its number: those with figures in them
 * before the others, as many as the shape takes.
 */
export function honest({ prompt, schema }: LanguageRequest): unknown {
  const telling = numberedLines(prompt).toSorted(
    (a, b) => Number(/\d/.test(b.text)) - Number(/\d/.test(a.text)),
  )
  if (schema === null) return telling[0]?.text ?? ''
  return filled(schema, telling, telling[0] ?? null)
}

/** In the shape that is asked for, and of everything an invented one: people, days, sums and places in the text. */
export function lying({ schema }: LanguageRequest): unknown {
  const lies: NumberedLine[] = [
    { number: 1, text: 'Zebulon Quartermaine will wire 987654 dollars by 31 February.' },
    { number: 1, text: 'The launch moves to 17 November 2093.' },
    { number: 99_999, text: 'Everybody agreed with everything.' },
  ]
  if (schema === null) return lies[0]?.text ?? ''
  return filled(schema, lies, lies[0] ?? null)
}

/** Writes nothing until it is told to stop. */
export const endless: Script = (_, signal) =>
  new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal?.reason as Error)
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop, { once: true })
  })

/** Answers so many times as the other does, and then crashes for good. */
export function crashingAfter(times: number, script: Script): Script {
  let left = times
  return (request, signal) => {
    left -= 1
    if (left < 0) throw new AppError('worker_crashed', 'The language model stopped working.')
    return script(request, signal)
  }
}

function filled(
  schema: JsonSchema,
  lines: readonly NumberedLine[],
  line: NumberedLine | null,
): unknown {
  if ('oneOf' in schema) {
    const nothing = schema.oneOf.find((one) => 'type' in one && one.type === 'null')
    const first = schema.oneOf[0]
    return nothing || !first ? null : filled(first, lines, line)
  }
  if ('enum' in schema) return schema.enum[0] ?? null
  switch (schema.type) {
    case 'string':
      return (line?.text ?? '').slice(0, schema.maxLength)
    case 'integer':
    case 'number':
      return line?.number ?? 0
    case 'boolean':
      return false
    case 'null':
      return null
    case 'array': {
      const isOfLines = 'type' in schema.items && schema.items.type === 'object'
      const own = line ? [line] : []
      const of = isOfLines ? lines : own
      return of.slice(0, schema.maxItems).map((one) => filled(schema.items, lines, one))
    }
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties).map(([key, value]) => [key, filled(value, lines, line)]),
      )
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function common(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return one.slice(0, length)
}
