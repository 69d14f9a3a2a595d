/** Answers without a language model: the sentences that bear the question out, as they were said, or nothing. */
import type { SearchHit } from '#contract/meeting.ts'
import { sentencesOf } from '../language/sentences.ts'
import type { AnswerLine, Source } from './answer.ts'
import { fitsKind, fitsWanted } from './fits.ts'
import type { Question } from './read-question.ts'
import { coverage, type Weights } from './weigh.ts'

/** Of a question's weight, so much must be borne out, or it is another matter that was talked about. */
const enough = 0.6
/** A further line must bear out nearly as much as the best one. */
const nearlyAsMuch = 0.85
const mostLines = 3
/** What is longer is cut to the sentence that fits best. */
const longestWords = 45

interface Rated extends AnswerLine {
  readonly rating: number
}

/** `sources`: the most fitting first. */
export function answerByRules(
  question: Question,
  weights: Weights,
  sources: readonly Source[],
): AnswerLine[] {
  // "What happened?" names nothing that could be borne out.
  if (question.terms.length === 0 && question.kind === null) return []
  const rated = sources
    .flatMap((source) => candidates(source))
    .flatMap((candidate) => rate(question, weights, candidate) ?? [])
    .toSorted((a, b) => b.rating - a.rating)
  const best = rated[0]?.rating ?? 0
  return distinct(rated.filter(({ rating }) => rating >= best * nearlyAsMuch)).slice(0, mostLines)
}

interface Candidate {
  readonly hit: SearchHit
  /** What it answers, where something was asked just before. */
  readonly asked: SearchHit | null
  readonly isOfKind: boolean
}

/** A question that was found is no answer, but what was said after it may be one. */
function candidates({ hit, before, after, isOfKind }: Source): Candidate[] {
  if (isQuestion(hit)) return after ? [{ hit: after, asked: hit, isOfKind: false }] : []
  return [{ hit, asked: before && isQuestion(before) ? before : null, isOfKind }]
}

function rate(
  question: Question,
  weights: Weights,
  { hit, asked, isOfKind }: Candidate,
): Rated | null {
  const said = hit.segment
  if (isQuestion(hit)) return null
  if (!fitsWanted(question.wanted, said)) return null
  if (!isOfKind && !fitsKind(question.kind, said)) return null
  const own = coverage(question, weights, said)
  const together = asked
    ? coverage(question, weights, {
        text: `${asked.segment.text}\n${said.text}`,
        speaker: said.speaker,
      })
    : 0
  // What stands by itself goes before what needs the question.
  const rating = Math.max(own, together * 0.95)
  if (Math.max(own, together) < enough) return null
  const hits = asked && own < together ? [hit, asked] : [hit]
  return { text: shortened(question, weights, hit), hits, rating }
}

function shortened(question: Question, weights: Weights, { segment }: SearchHit): string {
  const { text, speaker } = segment
  if (text.split(/\s+/u).length <= longestWords) return text.trim()
  const sentences = sentencesOf(text)
    .map(({ text: sentence }) => sentence)
    .filter((sentence) => fitsWanted(question.wanted, { text: sentence, speaker }))
  const best = sentences.toSorted(
    (a, b) =>
      coverage(question, weights, { text: b, speaker: null }) -
      coverage(question, weights, { text: a, speaker: null }),
  )[0]
  return best ?? text.trim()
}

function isQuestion({ segment }: SearchHit): boolean {
  return segment.text.trimEnd().endsWith('?')
}

function distinct(lines: readonly Rated[]): AnswerLine[] {
  const seen = new Set<string>()
  return lines.flatMap(({ text, hits }) => {
    const key = text.toLowerCase()
    if (seen.has(key)) return []
    seen.add(key)
    return [{ text, hits }]
  })
}
