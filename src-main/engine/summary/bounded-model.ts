/** A language model that is asked only what fits its context, and whose lines are checked before anybody sees them. */
import { AppError } from '#contract/errors.ts'
import type { JsonSchema, LanguageModel } from '../language/language-model.ts'
import { type CheckedLine, checkLines, type Source, type Supports } from './check-lines.ts'
import {
  linesSchema,
  material,
  systemText,
  titleSchema,
  WrittenLines,
  WrittenTitle,
} from './requests.ts'

export interface ModelChoice {
  readonly languageModel: Pick<LanguageModel, 'reply' | 'contextTokens' | 'count'>
  readonly modelId: string
  readonly modelPath: string
  /** Requests of one meeting share what they have in common. */
  readonly conversation: string
  /** In which it writes: a code, or `auto` for that of the text. */
  readonly language: string
  readonly signal: AbortSignal
  readonly supports?: Supports
}

export interface BoundedModel {
  /** Tokens that the lines of one request may have together with their numbers. */
  readonly materialTokens: number
  readonly replyTokens: number
  count(texts: readonly string[]): Promise<readonly number[]>
  /** `lines` and `sources` in the same order. Null lines: the reply did not come to its end. */
  ask(
    lines: readonly string[],
    sources: readonly Source[],
    task: string,
  ): Promise<{ readonly kept: readonly CheckedLine[]; readonly dropped: number }>
  askTitle(lines: readonly string[], task: string): Promise<string | null>
}

/** For what a model's own form puts around each text. */
const aroundTokens = 96
/** What a task may have at most, with the longest guidance that a template gives. */
const smallest = 768

export async function boundedModel(choice: ModelChoice): Promise<BoundedModel> {
  const { languageModel, modelPath, conversation, signal } = choice
  const contextTokens = await languageModel.contextTokens(modelPath)
  signal.throwIfAborted()
  if (contextTokens < smallest)
    throw new AppError(
      'model_too_large',
      'There is too little memory for this language model to read a meeting. Choose a smaller one.',
    )
  const system = systemText(choice.language)
  const count = (texts: readonly string[]): Promise<readonly number[]> =>
    languageModel.count(modelPath, texts)
  const replyTokens = Math.min(900, Math.max(128, Math.floor(contextTokens / 6)))
  const taskTokens = Math.floor(contextTokens / 8)
  const [systemTokens = 0] = await count([system])
  const materialTokens = contextTokens - systemTokens - replyTokens - taskTokens - aroundTokens
  if (materialTokens < 128) throw new Error('The system text leaves no room for a meeting.')

  async function reply(prompt: string, schema: JsonSchema): Promise<unknown> {
    const [needed = 0] = await count([system + prompt])
    if (needed + replyTokens > contextTokens)
      throw new Error('What a language model is asked does not fit its context.')
    const request = { modelPath, conversation, system, prompt, schema, maxTokens: replyTokens }
    const { value } = await languageModel.reply(request, { signal })
    signal.throwIfAborted()
    return value
  }

  /** A task of a user's own template may be long: its beginning counts. */
  async function short(task: string): Promise<string> {
    const [needed = 0] = await count([task])
    return needed <= taskTokens ? task : task.slice(0, Math.floor(taskTokens * 1.5))
  }

  return {
    materialTokens,
    replyTokens,
    count,
    async ask(lines, sources, task) {
      const prompt = material(lines) + (await short(task))
      const written = WrittenLines.safeParse(await reply(prompt, linesSchema(replyTokens)))
      return checkLines(written.data?.lines ?? [], sources, choice.supports)
    },
    async askTitle(lines, task) {
      const prompt = material(lines) + task
      const written = WrittenTitle.safeParse(await reply(prompt, titleSchema))
      return written.data?.title.replace(/\s+/g, ' ').trim() || null
    },
  }
}
