/** Finds words in a text so that they can be replaced: accents count, however they are written; case where asked for. */
import type { Sought } from '#contract/edit.ts'

export interface Place {
  readonly from: number
  readonly to: number
}

/** A text as it is compared: letter by letter, each with its marks. */
interface Letters {
  readonly letters: readonly string[]
  /** Where each letter begins in the text; one more for the end. */
  readonly starts: readonly number[]
}

/** Every place of the words in the text, in order, without overlaps. */
export function findWords(text: string, { find, matchCase, wholeWords }: Sought): Place[] {
  if (find.trim() === '') return []
  const fold = (letter: string): string => (matchCase ? letter : letter.toLowerCase())
  const wanted = lettersOf(find, fold).letters
  const { letters, starts } = lettersOf(text, fold)
  const places: Place[] = []
  for (let at = 0; at + wanted.length <= letters.length;) {
    const end = at + wanted.length
    const isHere = wanted.every((letter, index) => letter === letters[at + index])
    if (isHere && !(wholeWords && isWithinWord(letters, at, end))) {
      places.push({ from: starts[at] ?? 0, to: starts[end] ?? text.length })
      at = end
    } else at++
  }
  return places
}

/** The text with other words in these places; spaces that meet become one. */
export function replacePlaces(text: string, places: readonly Place[], words: string): string {
  let result = ''
  let at = 0
  for (const { from, to } of places) {
    result += text.slice(at, from) + words
    at = to
  }
  return (result + text.slice(at)).replace(/\s+/gu, ' ').trim()
}

function lettersOf(text: string, fold: (letter: string) => string): Letters {
  const letters: string[] = []
  const starts: number[] = []
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    letters.push(fold(letter.normalize('NFC')))
    starts.push(index)
  }
  return { letters, starts: [...starts, text.length] }
}

function isWithinWord(letters: readonly string[], from: number, to: number): boolean {
  const joins = (a: string | undefined, b: string | undefined): boolean =>
    isOfWord(a) && isOfWord(b)
  return joins(letters[from - 1], letters[from]) || joins(letters[to - 1], letters[to])
}

function isOfWord(letter: string | undefined): boolean {
  return letter !== undefined && /[\p{L}\p{N}_]/u.test(letter)
}
