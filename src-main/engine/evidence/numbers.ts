import { foldLetters } from '../language/fold-letters.ts'
import { ambiguous, magnitudes, spokenNumber } from './number-words.ts'

/** A number that a text contains, and how it stands there. */
export interface SaidNumber {
  readonly value: number
  readonly text: string
}

const token = /\d[\d.,'’]*\d|\d|\p{L}+/gu
const ordinal = /^(st|nd|rd|th)$/u
/** Between the words of one number: "two hundred and fifty". */
const joining = new Set(['and', 'e'])

/**
 * The numbers of a text in digits and words, English and Italian, as values: `1,250`, `1.250` and `twelve hundred and
 * fifty` are the same. A `claim` claims no number by words that mean other things too, such as `one`; as `evidence` they
 * count.
 */
export function numbersIn(text: string, as: 'claim' | 'evidence'): SaidNumber[] {
  const found: SaidNumber[] = []
  let open: Open | null = null
  const close = (): void => {
    if (open && !(as === 'claim' && isAmbiguous(open)))
      found.push({ value: open.done + open.rest, text: open.text })
    open = null
  }
  for (const [word] of text.normalize('NFC').toLowerCase().matchAll(token)) {
    const folded = foldLetters(word)
    if (/^\d/u.test(word)) {
      close()
      open = { done: 0, rest: writtenNumber(word), text: word, words: 0 }
      continue
    }
    if (ordinal.test(folded) && open) continue
    const number = spokenNumber(folded)
    if (number === null) {
      if (!(joining.has(folded) && open)) close()
      continue
    }
    const joined: Open | null = open && join(open, folded, number)
    if (!joined) close()
    open = joined ?? { done: 0, rest: number, text: word, words: 1 }
  }
  close()
  return found
}

interface Open {
  /** Thousands and millions that are complete, and what comes after them. */
  readonly done: number
  readonly rest: number
  readonly text: string
  /** How many of it are words; none: it is written in digits. */
  readonly words: number
}

/** Null where the word begins a number of its own. */
function join(open: Open, word: string, number: number): Open | null {
  const text = `${open.text} ${word}`
  const words = open.words + 1
  const by = magnitudes.get(word)
  if (by === 100 && open.rest < 100 && open.words > 0)
    return { ...open, rest: open.rest * 100, text, words }
  if (by !== undefined && by > 100)
    return { done: open.done + (open.rest || 1) * by, rest: 0, text, words }
  const room = open.rest === 0 ? 1_000 : open.rest % 100 === 0 ? 100 : open.rest % 10 === 0 ? 10 : 0
  const fits = open.words > 0 && number < room && (room !== 10 || open.rest >= 20)
  return fits ? { ...open, rest: open.rest + number, text, words } : null
}

function isAmbiguous({ text, words }: Open): boolean {
  return words === 1 && ambiguous.has(text)
}

/** Points and commas between groups of three digits are left out; another one is the decimal point. */
function writtenNumber(text: string): number {
  const digits = text.replaceAll(/['’]/gu, '')
  if (/^\d{1,3}([.,]\d{3})+$/u.test(digits)) return Number(digits.replaceAll(/[.,]/gu, ''))
  const [whole = '', ...rest] = digits.split(/[.,]/u)
  return Number(rest.length === 1 ? `${whole}.${rest[0]}` : whole)
}
