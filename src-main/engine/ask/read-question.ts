/** What a question is about: the words that an answer must bear out, and the kind of answer that is wanted. */
import { foldLetters } from '../language/fold-letters.ts'
import { languageOf } from '../language/language-of.ts'
import type { RuleLanguage } from '../language/rule-language.ts'
import { stemOf } from '../language/stems.ts'
import { isStopWord } from '../language/stop-words.ts'
import { wordsOf } from '../language/words.ts'
import { aboutTalk, kindWords, type Wanted, wantedMarks } from './question-words.ts'

export interface Term {
  /** What its forms have in common, without accents. */
  readonly stem: string
  /** How its forms begin, without accents: for the text index. */
  readonly beginning: string
}

export interface Question {
  readonly text: string
  readonly language: RuleLanguage
  /** Each once, in their order; at most `mostTerms`. */
  readonly terms: readonly Term[]
  readonly wanted: Wanted | null
  /** What was undertaken, or what was settled. */
  readonly kind: 'action' | 'decision' | null
}

const mostTerms = 12
const shortestBeginning = 3

export function readQuestion(text: string): Question {
  const words = wordsOf(text).map(({ plain }) => plain)
  const language = languageOf(words) ?? 'en'
  const stemmed = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.map((word) => foldedStem(word, language)))
  const talk = stemmed(aboutTalk[language])
  const kinds = Object.entries(kindWords[language]).map(
    ([kind, list]) => [kind === 'action' ? 'action' : 'decision', stemmed(list)] as const,
  )
  const terms = new Map<string, Term>()
  let kind: Question['kind'] = null
  for (const word of words) {
    const stem = foldedStem(word, language)
    const known = kinds.find(([, stems]) => stems.has(stem))?.[0]
    if (known) kind ??= known
    else if (!isStopWord(word, language) && !talk.has(stem) && isTelling(word))
      terms.set(stem, { stem, beginning: beginningOf(foldLetters(word), stem) })
  }
  const wanted = wantedMarks.find(([, mark]) => mark.test(text))?.[0] ?? null
  return { text, language, terms: [...terms.values()].slice(0, mostTerms), wanted, kind }
}

export function foldedStem(plain: string, language: RuleLanguage): string {
  const bare = plain.replace(/'s$/u, '')
  return foldLetters(stemOf(bare, language))
}

function isTelling(word: string): boolean {
  return word.length > 1 || /\p{N}/u.test(word)
}

/** The stem of `city` is `citi`: the index is asked for what both begin with. */
function beginningOf(word: string, stem: string): string {
  let length = 0
  while (length < stem.length && word[length] === stem[length]) length += 1
  return length >= shortestBeginning ? word.slice(0, length) : word
}
