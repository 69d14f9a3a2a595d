/** Asks a language model for an answer, and keeps what is borne out. */
import type { AskId } from '#contract/ids.ts'
import type { AnswerLine, Source } from './ask/answer.ts'
import {
  answerPrompt,
  answerSchema,
  answerSystem,
  draftOf,
  recordLines,
  recordOf,
  replyTokens,
  WrittenAnswer,
} from './ask/answer-request.ts'
import { checkAnswer } from './ask/check-answer.ts'
import type { LanguageModel } from './language/language-model.ts'

export interface Asked {
  readonly askId: AskId
  readonly modelPath: string
  readonly question: string
  readonly sources: readonly Source[]
}

/** Tokens of what is read for an answer: more is slow, and small models lose themselves in it. */
const mostRecordTokens = 2_000
/** What the marks of a chat take. */
const spareTokens = 64

export async function answerByModel(
  model: LanguageModel,
  { askId, modelPath, question, sources }: Asked,
  how: { readonly signal: AbortSignal; readonly onDraft: (draft: string) => void },
): Promise<{ readonly kept: readonly AnswerLine[]; readonly dropped: number }> {
  const record = recordOf(await fitting(model, { modelPath, question, sources }, how.signal))
  const lines = recordLines(record)
  if (lines.length === 0) return { kept: [], dropped: 0 }
  how.signal.throwIfAborted()
  const reply = await model.reply(
    {
      modelPath,
      conversation: `ask ${askId}`,
      system: answerSystem,
      prompt: answerPrompt(lines, question),
      schema: answerSchema,
      maxTokens: replyTokens,
    },
    { signal: how.signal, onText: (text) => how.onDraft(draftOf(text)) },
  )
  const written = WrittenAnswer.safeParse(reply.value)
  return written.success ? checkAnswer(written.data.lines, record) : { kept: [], dropped: 1 }
}

/** The first sources that fit into the context together. */
async function fitting(
  model: LanguageModel,
  { modelPath, question, sources }: Omit<Asked, 'askId'>,
  signal: AbortSignal,
): Promise<Source[]> {
  const context = await model.contextTokens(modelPath)
  signal.throwIfAborted()
  const texts = sources.map((source) => recordLines(recordOf([source])).join('\n'))
  const [fixed = 0, ...each] = await model.count(modelPath, [
    answerSystem + answerPrompt([], question),
    ...texts,
  ])
  const room = Math.min(mostRecordTokens, context - replyTokens - spareTokens - fixed)
  let taken = 0
  return sources.filter((_, index) => {
    const next = taken + (each[index] ?? 0)
    if (next > room) return false
    taken = next
    return true
  })
}
