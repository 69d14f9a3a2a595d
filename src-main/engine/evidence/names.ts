import { foldLetters } from '../language/fold-letters.ts'
import { isCalendarWord } from './calendar-words.ts'
import { spokenNumber } from './number-words.ts'
import { isOrdinary } from './ordinary-words.ts'

export interface SaidName {
  /** In small letters, without accents. */
  readonly folded: string
  readonly text: string
  /** It stands where every word has a capital, so it may be no name at all. */
  readonly begins: boolean
}

/** A word, or some that are written as one: `O'Brien`, `Jean-Luc`, `Q3`. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
/** What stands before the first word of a sentence, a quotation or an item of a list. */
const beginning = /(^|[.!?:;…•\n]|^\s*[-*])\s*["'“‘«(]*\s*$/u
const elided = /^(l|d|un|dell|all|nell|dall|sull|quell|c)['’](?=\p{L})/iu

/** The words that stand there as names do: with a capital or capitals inside, and neither ordinary nor a day. */
export function namesIn(text: string): SaidName[] {
  const whole = text.normalize('NFC')
  return [...whole.matchAll(word)].flatMap((match) => {
    const bare = match[0].replace(elided, '').replace(/['’]s$/iu, '')
    const begins = beginning.test(whole.slice(0, match.index))
    return bare.split('-').flatMap((part, index) => {
      const folded = fold(part)
      if (!/\p{Lu}/u.test(part) || /^I(['’]\p{L}+)?$/u.test(part)) return []
      if (isOrdinary(folded) || isCalendarWord(folded) || spokenNumber(folded) !== null) return []
      return [{ folded, text: part, begins: begins && index === 0 && !/.\p{Lu}/u.test(part) }]
    })
  })
}

/** All words of a text in small letters, without accents. */
export function foldedWords(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const [said] of text.normalize('NFC').matchAll(word)) {
    const bare = said.replace(elided, '').replace(/['’]s$/iu, '')
    words.add(fold(said))
    for (const part of bare.split('-')) words.add(fold(part))
  }
  return words
}

function fold(text: string): string {
  return foldLetters(text).replaceAll('’', "'")
}
