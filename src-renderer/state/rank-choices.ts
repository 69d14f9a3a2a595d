/** What a palette offers, in the order in which it fits what was typed. */

export interface Rankable {
  readonly name: string
  /** Other words by which it may be looked for. */
  readonly also?: string
}

/** Where a word of what was typed stands, the best first. */
const atStart = 0
const atWord = 1
const within = 2
const nowhere = 3

/**
 * Those in which every typed word occurs: names that begin with what was typed first, then those with words that do,
 * then the rest; what fits equally stays in the order given. Letters are compared without accents.
 */
export function rankChoices<T extends Rankable>(
  choices: readonly T[],
  typed: string,
): readonly T[] {
  const words = folded(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return choices
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, words) }))
    .filter(({ rank }) => rank < nowhere * words.length)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
}

function rankOf({ name, also = '' }: Rankable, words: readonly string[]): number {
  const [inName, inAll] = [folded(name), `${folded(name)} ${folded(also)}`]
  let sum = 0
  for (const [index, word] of words.entries()) {
    const place = index === 0 && inName.startsWith(word) ? atStart : placeOf(inAll, word)
    if (place === nowhere) return Infinity
    sum += place
  }
  return sum
}

function placeOf(text: string, word: string): number {
  const at = text.indexOf(word)
  if (at < 0) return nowhere
  for (let from = at; from >= 0; from = text.indexOf(word, from + 1))
    if (from === 0 || !/[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return atWord
  return within
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
