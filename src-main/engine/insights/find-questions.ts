import type { Finding } from './finding.ts'
import { rulesOf } from './read-sentence.ts'
import { mayBeOthers, type ReadSentence } from './sentence-list.ts'

type Question = Extract<Finding, { kind: 'question' }>

export interface QuestionAt {
  readonly at: number
  readonly question: Question
}

/** Who answers does so within so many sentences and so long. */
const answerWithin = 5
const answerWithinMs = 45_000

/** Questions that somebody wants answered; not those of `taken`, which are requests or proposals that were agreed to. */
export function findQuestions(
  sentences: readonly ReadSentence[],
  taken: ReadonlySet<number>,
): QuestionAt[] {
  return sentences.flatMap((sentence, at) => {
    if (sentence.reading.asks === null || taken.has(at)) return []
    const answer = answerTo(sentences, at)
    return [
      {
        at,
        question: {
          kind: 'question' as const,
          text: sentence.text.slice(0, 1000),
          answer: answer && { text: answer.text.slice(0, 1000), citations: [...answer.citations] },
          citations: [...sentence.citations],
        },
      },
    ]
  })
}

/** The first sentence of somebody else that can answer it; null once somebody says that they do not know. */
function answerTo(sentences: readonly ReadSentence[], at: number): ReadSentence | null {
  const question = sentences[at]
  const asks = question?.reading.asks
  if (!question || !asks) return null
  for (const next of sentences.slice(at + 1, at + 1 + answerWithin)) {
    if (next.startMs - question.endMs > answerWithinMs) return null
    if (!mayBeOthers(question, next)) continue
    const { reading } = next
    if (reading.ignorant) return null
    if (reading.asks !== null) return null
    const short = reading.line.words.length < 2
    if (short && asks !== 'yes-no') continue
    const fits = rulesOf[reading.language].answers(asks, reading.line.text)
    if (fits || sharesWords(question, next)) return next
  }
  return null
}

function sharesWords(question: ReadSentence, answer: ReadSentence): boolean {
  let shared = 0
  for (const stem of answer.reading.stems) if (question.reading.stems.has(stem)) shared++
  return shared >= 2
}
