// oxlint-disable-next-line triple-slash-reference -- the package has no types, and whoever imports this needs them.
/// <reference path="./snowball-stemmers.d.ts" />
/** What forms of one word have in common. The only file that knows who finds that out. */
import snowball from 'snowball-stemmers'
import type { RuleLanguage } from './rule-language.ts'

const stemmers = {
  en: snowball.newStemmer('english'),
  it: snowball.newStemmer('italian'),
} as const
const known = { en: new Map<string, string>(), it: new Map<string, string>() } as const
const mostKnown = 50_000

/** The stem of a word in lower case, by the Snowball rules of its language. */
export function stemOf(word: string, language: RuleLanguage): string {
  const stems = known[language]
  const before = stems.get(word)
  if (before !== undefined) return before
  if (stems.size >= mostKnown) stems.clear()
  const stem = stemmers[language].stem(word)
  stems.set(word, stem)
  return stem
}
