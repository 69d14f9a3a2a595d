/** How a sentence sounds, by the words of published lists. */
import type { RuleLanguage } from '#engine/language/rule-language.ts'
import type { WordAt } from '#engine/language/words.ts'
import { toneOfWord } from './lexicons.ts'

/** What words that sound of something add up to, and how much there was of it either way. */
export interface Tones {
  readonly sum: number
  readonly weight: number
}

const negations = {
  en: /^(?:not|no|never|nor|without|hardly|neither|nothing|cannot|\p{L}+n't)$/u,
  it: /^(?:non|mai|senza|né|nessun|nessuno|nessuna|niente|neanche|nemmeno)$/u,
} as const
/** A negation reaches so many words ahead. */
const reach = 3
/** Denied, a word sounds the other way, and weaker: "not good" is milder than "bad" (Taboada et al. 2011). */
const denied = -0.5

export function sentenceTone(words: readonly WordAt[], language: RuleLanguage): Tones {
  let sum = 0
  let weight = 0
  let negatedUntil = -1
  for (const [at, { plain }] of words.entries()) {
    if (negations[language].test(plain)) {
      negatedUntil = at + reach
      continue
    }
    const score = toneOfWord(plain, language)
    if (score === 0) continue
    const counted = at <= negatedUntil ? score * denied : score
    sum += counted
    weight += Math.abs(counted)
  }
  return { sum, weight }
}
