/** Questions about what was said, answered from it and from nothing else. */
import type { Answer } from '#contract/ask.ts'
import type { MeetingCitation } from '#contract/citation.ts'
import type { CommandInput, EngineApi } from '#contract/commands.ts'
import { citationOf } from './evidence/citation-of.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { AskId } from '#contract/ids.ts'
import type { SearchHit } from '#contract/meeting.ts'
import type { AnswerLine } from './ask/answer.ts'
import { answerByRules } from './ask/answer-by-rules.ts'
import { readQuestion } from './ask/read-question.ts'
import { answerByModel } from './answer-by-model.ts'
import { findSources, type Found } from './find-sources.ts'
import { chosenLanguageModel } from './language-choice.ts'
import { lookByMeaning, type World } from './look-by-meaning.ts'

export interface Questions extends Disposable {
  readonly api: Pick<EngineApi, 'ask.question' | 'ask.cancel'>
}

export interface AskingWorld {
  readonly world: World
  readonly tell: (event: EngineEvent) => void
  /** Live text is late, and the language model is held for it. */
  readonly isHeld: () => boolean
}

type Input = CommandInput<'ask.question'>
type Outcome = Pick<Answer, 'model' | 'without' | 'dropped'> & {
  readonly lines: readonly AnswerLine[]
}

/** The embedding model may have to be loaded first. */
const embeddingPatienceMs = 15_000
/** So long, in seconds, a question waits for live text that is late. */
const heldPatience = 5

const cancelled = new AppError('cancelled', 'The question was taken back.')
const held = new AppError('cancelled', 'Live text goes first at this moment.')

export function questions(asking: AskingWorld): Questions {
  const running = new Map<AskId, AbortController>()
  return {
    api: {
      async 'ask.question'(input) {
        if (running.has(input.askId))
          throw new AppError('invalid_input', 'This question is being answered already.')
        const leaving = new AbortController()
        running.set(input.askId, leaving)
        try {
          return await answer(asking, input, leaving.signal)
        } finally {
          running.delete(input.askId)
        }
      },
      async 'ask.cancel'({ askId }) {
        running.get(askId)?.abort(cancelled)
        return null
      },
    },
    [Symbol.dispose]() {
      for (const leaving of running.values()) leaving.abort(cancelled)
    },
  }
}

async function answer(asking: AskingWorld, input: Input, signal: AbortSignal): Promise<Answer> {
  const { world, isHeld } = asking
  const choice = await chosenLanguageModel(world, 'language', input.model)
  const question = readQuestion(input.question)
  const looking = { patienceMs: embeddingPatienceMs, isHeld, signal }
  const meaning = await lookByMeaning(world, input.question, looking)
  signal.throwIfAborted()
  const byMeaning = 'nearest' in meaning ? meaning : null
  const found = findSources(world.keeping.store.search, question, input.filters, byMeaning)
  const byRules = (why: string | null): Outcome => ({
    lines: answerByRules(question, found.weights, found.sources),
    model: null,
    without: sentences(why, meaning.without),
    dropped: 0,
  })
  const outcome =
    'without' in choice
      ? byRules(choice.without)
      : await byModel(asking, { input, found, choice, without: meaning.without, byRules }, signal)
  return {
    question: input.question,
    supported: outcome.lines.length > 0,
    ...outcome,
    lines: outcome.lines.map(({ text, hits }) => ({ text, citations: hits.map(toCitation) })),
    sources: found.sources.map(({ hit }) => hit),
  }
}

interface ByModel {
  readonly input: Input
  readonly found: Found
  readonly choice: { readonly id: string; readonly path: string }
  readonly without: string | null
  readonly byRules: (why: string) => Outcome
}

/** What goes wrong with a model, or takes too long because it is held, is answered by rules. */
async function byModel(
  { world, tell, isHeld }: AskingWorld,
  { input, found, choice, without, byRules }: ByModel,
  signal: AbortSignal,
): Promise<Outcome> {
  const { askId } = input
  const giveUp = new AbortController()
  let waited = 0
  const stop = world.clock.every(1_000, () => {
    waited = isHeld() ? waited + 1 : 0
    if (waited >= heldPatience) giveUp.abort(held)
  })
  let last = ''
  const onDraft = (draft: string): void => {
    if (draft === last || signal.aborted || giveUp.signal.aborted) return
    last = draft
    tell({ type: 'answer.progressed', askId, draft })
  }
  const asked = {
    askId,
    modelPath: choice.path,
    question: input.question,
    sources: found.sources,
  }
  try {
    const how = { signal: AbortSignal.any([signal, giveUp.signal]), onDraft }
    const { kept, dropped } = await answerByModel(world.languageModel, asked, how)
    return { lines: kept, model: choice.id, without, dropped }
  } catch (error) {
    if (signal.aborted) throw signal.reason as Error
    if (!(error instanceof AppError)) throw error
    return byRules(error.message)
  } finally {
    stop()
  }
}

function sentences(...given: ReadonlyArray<string | null>): string | null {
  const said = [...new Set(given.filter((text) => text !== null))]
  // A sentence that ends with a command has no full stop, unless another one follows.
  return said.length === 0
    ? null
    : said.map((one, at) => (at + 1 < said.length ? ended(one) : one)).join(' ')
}

function toCitation({ meetingId, segment }: SearchHit): MeetingCitation {
  return { meetingId, ...citationOf(segment) }
}

function ended(sentence: string): string {
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`
}
