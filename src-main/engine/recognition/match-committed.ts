import { plainWord } from './plain-word.ts'

interface TimedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

/** So far apart the same word may lie in two decodes, and another word that stands in its place. */
const sameWithinMs = 1_500
const insteadWithinMs = 400

/**
 * How many words at the beginning of a new hypothesis are those that were committed already: the prefix that is nearest
 * to them by the fewest changes. The model may hear a committed word differently now; at its time it is that word all the
 * same. Where two prefixes are as near, the one counts that ends with the same word, else the one that ends at the same time.
 */
export function matchCommitted(
  committed: readonly TimedWord[],
  hypothesis: readonly TimedWord[],
): number {
  const last = committed.at(-1)
  if (!last) return 0
  const prefixes = prefixDistances(committed, hypothesis).map((distance, length) => {
    const end = hypothesis[length - 1]
    const differs = Number(plainWord(end?.text ?? '') !== plainWord(last.text))
    return { length, distance, differs, apartMs: Math.abs((end?.endMs ?? 0) - last.endMs) }
  })
  const [best] = prefixes.toSorted(
    (a, b) => a.distance - b.distance || a.differs - b.differs || a.apartMs - b.apartMs,
  )
  return best?.length ?? 0
}

/** The edit distance of all of `words` to each prefix of `others`, the empty one first. */
function prefixDistances(words: readonly TimedWord[], others: readonly TimedWord[]): number[] {
  let row = Array.from({ length: others.length + 1 }, (_, length) => length)
  for (const [index, word] of words.entries()) {
    const next = [index + 1]
    for (const [at, other] of others.entries()) {
      const replaced = (row[at] ?? 0) + costOf(word, other)
      next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return row
}

function costOf(word: TimedWord, other: TimedWord): number {
  const apartMs = Math.max(word.startMs - other.endMs, other.startMs - word.endMs, 0)
  if (plainWord(word.text) === plainWord(other.text)) return apartMs <= sameWithinMs ? 0 : 2
  return apartMs <= insteadWithinMs ? 1 : 2
}
