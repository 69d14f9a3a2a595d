/** How a text differs from what was said, in words. Case and punctuation do not count. */
export interface WordErrors {
  readonly substituted: number
  readonly deleted: number
  readonly inserted: number
  /** Words of the reference. */
  readonly words: number
}

/** Counts by the shortest edit between the two texts (Levenshtein distance over words). */
export function wordErrors(reference: string, text: string): WordErrors {
  const said = plainWords(reference)
  const heard = plainWords(text)
  // One row of the table at a time: the best counts that turn `said[0, i)` into `heard[0, j)`.
  let row: Counts[] = heard.map((_, j) => ({ s: 0, d: 0, i: j + 1 }))
  row.unshift({ s: 0, d: 0, i: 0 })
  for (const [index, word] of said.entries()) {
    const next: Counts[] = [{ s: 0, d: index + 1, i: 0 }]
    for (const [j, other] of heard.entries()) {
      const diagonal = row[j] ?? zero
      const same = word === other ? diagonal : { ...diagonal, s: diagonal.s + 1 }
      const up = row[j + 1] ?? zero
      const left = next[j] ?? zero
      next.push(least(same, { ...up, d: up.d + 1 }, { ...left, i: left.i + 1 }))
    }
    row = next
  }
  const { s, d, i } = row[heard.length] ?? zero
  return { substituted: s, deleted: d, inserted: i, words: said.length }
}

/** Word error rate of several texts together, as a share of all words said. */
export function wordErrorRate(all: readonly WordErrors[]): number {
  const sum = (of: (errors: WordErrors) => number): number =>
    all.reduce((total, errors) => total + of(errors), 0)
  const errors = sum(({ substituted, deleted, inserted }) => substituted + deleted + inserted)
  return (
    errors /
    Math.max(
      1,
      sum(({ words }) => words),
    )
  )
}

interface Counts {
  readonly s: number
  readonly d: number
  readonly i: number
}

const zero: Counts = { s: 0, d: 0, i: 0 }

function least(...candidates: readonly [Counts, ...Counts[]]): Counts {
  const cost = ({ s, d, i }: Counts): number => s + d + i
  return candidates.reduce((best, other) => (cost(other) < cost(best) ? other : best))
}

/** The words of a text without case and punctuation. */
export function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}
