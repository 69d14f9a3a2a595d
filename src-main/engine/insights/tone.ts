/** How a stretch sounds, by the words of published lists. */
import type { RuleLanguage } from '#engine/language/rule-language.ts'
import type { WordAt } from '#engine/language/words.ts'
import type { Finding } from './finding.ts'
import { toneOfWord } from './lexicons.ts'
import type { ReadSentence } from './sentence-list.ts'

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
const stretchMs = 120_000
/** Fewer words that sound of something tell nothing of a stretch. */
const leastWords = 3

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

/** One for every two minutes in which enough words sound of something, with the sentences that sound most of it. */
export function findTone(sentences: readonly ReadSentence[]): Extract<Finding, { kind: 'tone' }>[] {
  const stretches = Map.groupBy(sentences, ({ startMs }) => Math.floor(startMs / stretchMs))
  return Array.from(stretches.values()).flatMap((inside) => {
    const heard = inside.filter(({ reading }) => reading.tones.weight > 0)
    const weight = heard.reduce((total, { reading }) => total + reading.tones.weight, 0)
    if (heard.length < leastWords) return []
    const sum = heard.reduce((total, { reading }) => total + reading.tones.sum, 0)
    const [first] = inside
    return [
      {
        kind: 'tone' as const,
        startMs: first?.startMs ?? 0,
        endMs: Math.max(...inside.map(({ endMs }) => endMs)),
        score: Math.round((sum / weight) * 100) / 100,
        citations: heard
          .toSorted((a, b) => Math.abs(b.reading.tones.sum) - Math.abs(a.reading.tones.sum))
          .slice(0, 3)
          .toSorted((a, b) => a.startMs - b.startMs)
          .flatMap(({ citations }) => citations),
      },
    ]
  })
}
