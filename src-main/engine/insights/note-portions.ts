/** Lets a language model note what matters, portion by portion, in a context that it never overfills. */
import type { Segment } from '#contract/transcript.ts'
import type { LanguageModel } from '../language/language-model.ts'
import { type Checked, checkNotes, Notes, type ResolveDue } from './check-findings.ts'
import {
  notePrompt,
  noteSchema,
  noteSystem,
  type PromptLine,
  promptLines,
} from './insight-prompt.ts'

export interface NoteOptions {
  readonly languageModel: LanguageModel
  readonly modelPath: string
  readonly conversation: string
  readonly resolve: ResolveDue
}

export interface NotedPortion extends Checked {
  readonly read: readonly Segment[]
}

export interface NoteTaker {
  /** Notes of these segments, a portion at a time; what was read before stays in the context as long as there is room. */
  take(segments: readonly Segment[], signal: AbortSignal): AsyncGenerator<NotedPortion>
}

/** The form of a prompt and the model's own marks, in tokens. */
const margin = 128
/** Of what fits beside the reply, so much is one portion at the most. */
const portionShare = 0.4
/** What is told of earlier portions when the context begins anew. */
const carriedLines = 6
/** No model has more letters for each token in the languages we know; longer lines are cut by it. */
const lettersPerToken = 2

export function noteTaker(options: NoteOptions): NoteTaker {
  const { languageModel, modelPath } = options
  let before: PromptLine[] = []
  let carried: readonly string[] = []
  let noted: readonly string[] = []
  let used = 0
  let next = 1

  const count = (texts: readonly string[]) => languageModel.count(modelPath, texts)

  async function beginAnew(): Promise<void> {
    before = []
    carried = noted.slice(-carriedLines)
    const [head = 0] = await count([noteSystem + notePrompt(carried, [], [])])
    used = head + margin
  }

  async function* ask(
    portion: readonly PromptLine[],
    replyTokens: number,
    signal: AbortSignal,
  ): AsyncGenerator<NotedPortion> {
    const prompt = notePrompt(
      carried,
      before.map(({ line }) => line),
      portion,
    )
    const request = { modelPath, conversation: options.conversation, system: noteSystem, prompt }
    const reply = await languageModel.reply(
      { ...request, schema: noteSchema, maxTokens: replyTokens },
      { signal },
    )
    const notes = Notes.safeParse(reply.value)
    const middle = Math.ceil(portion.length / 2)
    // Too much for one reply is asked for in two; the halves see each other as what was said before.
    if (!notes.success && reply.end === 'length' && middle < portion.length) {
      yield* ask(portion.slice(0, middle), replyTokens, signal)
      yield* ask(portion.slice(middle), replyTokens, signal)
      return
    }
    before.push(...portion)
    const checked = notes.success
      ? checkNotes(notes.data, portion, options.resolve)
      : { findings: [], dropped: 1 }
    noted = [...noted, ...checked.findings.flatMap((one) => ('text' in one ? [one.text] : []))]
    yield { ...checked, read: portion.map(({ segment }) => segment) }
  }

  return {
    async *take(segments, signal) {
      const context = await languageModel.contextTokens(modelPath)
      const replyTokens = Math.min(1024, Math.floor(context / 4))
      if (used === 0) await beginAnew()
      const room = context - replyTokens
      const longest = Math.max(1, Math.floor(portionShare * room) - margin) / 2
      const lines = promptLines(segments, next, Math.floor(longest * lettersPerToken))
      next += lines.length
      const sizes = await count(lines.map(({ line }) => `${line}\n`))
      let portion: PromptLine[] = []
      let size = 0
      for (const [index, line] of lines.entries()) {
        const tokens = (sizes[index] ?? 0) + 1
        const isFull = portion.length > 0 && size + tokens > portionShare * room
        if (isFull || (portion.length > 0 && used + size + tokens > room)) {
          yield* ask(portion, replyTokens, signal)
          used += size
          portion = []
          size = 0
        }
        if (portion.length === 0 && used + tokens + portionShare * room > room) await beginAnew()
        portion.push(line)
        size += tokens
      }
      if (portion.length === 0) return
      yield* ask(portion, replyTokens, signal)
      used += size
    },
  }
}
