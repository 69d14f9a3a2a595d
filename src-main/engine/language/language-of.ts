import type { RuleLanguage } from './rule-language.ts'
import { isStopWord } from './stop-words.ts'

/** They are words of both. */
const both = new Set(['a', 'i', 'in', 'no', 'me', 'come', 'per', 'do', 'ad', 'due', 'or', 'sei'])

/**
 * Which of them words in lower case are in, by counting stop words; null where nothing tells them apart. Costs a look into
 * two sets for each word.
 */
export function languageOf(words: Iterable<string>): RuleLanguage | null {
  let balance = 0
  for (const word of words) {
    if (both.has(word)) continue
    if (isStopWord(word, 'en')) balance++
    if (isStopWord(word, 'it')) balance--
  }
  if (balance === 0) return null
  return balance > 0 ? 'en' : 'it'
}
