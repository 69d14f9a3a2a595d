/** The days and months that a text names, in English and Italian, by one name each. */
import { foldLetters } from '../language/fold-letters.ts'

const weekdays = [
  ['monday', 'mon', 'lunedi'],
  ['tuesday', 'tue', 'tues', 'martedi'],
  ['wednesday', 'wed', 'mercoledi'],
  ['thursday', 'thu', 'thurs', 'giovedi'],
  ['friday', 'fri', 'venerdi'],
  ['saturday', 'sabato'],
  ['sunday', 'domenica'],
] as const

const months = [
  ['january', 'jan', 'gennaio'],
  ['february', 'feb', 'febbraio'],
  ['march', 'marzo'],
  ['april', 'apr', 'aprile'],
  ['may', 'maggio'],
  ['june', 'jun', 'giugno'],
  ['july', 'jul', 'luglio'],
  ['august', 'aug', 'agosto'],
  ['september', 'sept', 'sep', 'settembre'],
  ['october', 'oct', 'ottobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'dicembre'],
] as const

const near = [
  ['today', 'oggi'],
  ['tonight', 'stasera'],
  ['tomorrow', 'domani'],
  ['yesterday', 'ieri'],
] as const

const names: ReadonlyMap<string, string> = new Map(
  [...weekdays, ...months, ...near].flatMap((same) => same.map((name) => [name, same[0]] as const)),
)

/** Words that mean something else unless they are written with a capital: "you may march". */
const alsoVerbs = new Set(['may', 'march', 'mar', 'sat', 'sun', 'dec', 'wed', 'mon'])

export interface SaidDate {
  /** The English name of the day or month. */
  readonly name: string
  readonly text: string
}

/**
 * The weekdays, months and near days of a text; `2027-03-14` names its month. In a `claim` a word that is also a verb is
 * a month only with a capital; in `evidence`, which may have no capitals, it may always be one.
 */
export function datesIn(text: string, as: 'claim' | 'evidence'): SaidDate[] {
  const written = [...text.matchAll(/\b\d{4}-(\d{2})-\d{2}\b/gu)].flatMap(([date, month]) => {
    const name = months[Number(month) - 1]?.[0]
    return name === undefined ? [] : [{ name, text: date }]
  })
  const spoken = [...text.normalize('NFC').matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const folded = foldLetters(word)
    const name = names.get(folded)
    if (name === undefined) return []
    const isVerb = as === 'claim' && alsoVerbs.has(folded) && word === word.toLowerCase()
    return isVerb ? [] : [{ name, text: word }]
  })
  return [...written, ...spoken]
}

/** Whether a word is the name of a day or month, whatever its capitals. */
export function isCalendarWord(folded: string): boolean {
  return names.has(folded)
}
