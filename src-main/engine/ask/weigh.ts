/** How well what was said fits a question: rare words weigh more, and every word of a question weighs something. */
import type { RuleLanguage } from '../language/rule-language.ts'
import { wordsOf } from '../language/words.ts'
import { foldedStem, type Question } from './read-question.ts'

export interface Weights {
  /** For each term of the question, in its order. */
  readonly terms: readonly number[]
  readonly sum: number
}

/** `matches`: in how many of `size` segments each term occurs. One that occurs nowhere weighs most. */
export function weightsOf(matches: readonly number[], size: number): Weights {
  const terms = matches.map((count) => Math.log(1 + (size + 1) / (count + 0.5)))
  return { terms, sum: terms.reduce((total, weight) => total + weight, 0) }
}

/** The share of a question that a text and who spoke it bear out, 0 to 1; 1 for a question without terms. */
export function coverage(
  { terms, language }: Question,
  weights: Weights,
  said: { readonly text: string; readonly speaker: string | null },
): number {
  if (weights.sum === 0) return 1
  const stems = stemsOf(`${said.text}\n${said.speaker ?? ''}`, language)
  const borne = terms.reduce(
    (sum, { stem }, place) => (stems.has(stem) ? sum + (weights.terms[place] ?? 0) : sum),
    0,
  )
  return borne / weights.sum
}

/** What the words of a text have in common with their other forms. */
export function stemsOf(text: string, language: RuleLanguage): ReadonlySet<string> {
  return new Set(wordsOf(text).map(({ plain }) => foldedStem(plain, language)))
}
