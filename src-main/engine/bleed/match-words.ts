/** Finds the words of one track again among those of another: the same words, in order, at about the same time. */

/** A word as heard; times on one clock for both tracks. */
export interface TimedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

/** For each word the index of its match among `theirs`, or null. Later words match later ones. */
export function matchWords(
  words: readonly TimedWord[],
  theirs: readonly TimedWord[],
  toleranceMs: number,
): Array<number | null> {
  const mine = words.map(({ text }) => plain(text))
  const other = theirs.map(({ text }) => plain(text))
  const width = other.length + 1
  const best = new Float64Array((mine.length + 1) * width)
  // Walked from the end, so that the matches can be read off from the beginning.
  for (let i = mine.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const here = i * width + j
      const without = Math.max(best[here + 1] ?? 0, best[here + width] ?? 0)
      best[here] = Math.max(without, pairing(i, j) + (best[here + width + 1] ?? 0))
    }
  }

  /** What a pair is worth: nothing when it is no match, else more the closer the two lie. */
  function pairing(i: number, j: number): number {
    const [word, their] = [words[i], theirs[j]]
    if (!word || !their) return 0
    const apartMs = Math.abs(middle(word) - middle(their))
    if (apartMs > toleranceMs || !alike(mine[i] ?? '', other[j] ?? '')) return 0
    return 1 - (0.5 * apartMs) / toleranceMs
  }

  const matches: Array<number | null> = []
  let j = 0
  for (let i = 0; i < mine.length; i++) {
    let found: number | null = null
    for (let at = j; at < other.length && found === null; at++) {
      const here = i * width + at
      const worth = pairing(i, at)
      if ((best[here] ?? 0) > (best[here + 1] ?? 0)) {
        // From here on, the best way begins with this pair or without this word.
        if (worth > 0 && best[here] === worth + (best[here + width + 1] ?? 0)) found = at
        break
      }
    }
    matches.push(found)
    if (found !== null) j = found + 1
  }
  return matches
}

function middle({ startMs, endMs }: TimedWord): number {
  return (startMs + endMs) / 2
}

/** Letters and digits only: case and punctuation depend on where a sentence was cut. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}

/** The same word, or a long one that was misheard by a letter or two. */
function alike(a: string, b: string): boolean {
  if (a === b) return a !== ''
  const longest = Math.max(a.length, b.length)
  const mistakes = longest >= 8 ? 2 : longest >= 5 ? 1 : 0
  return mistakes > 0 && Math.abs(a.length - b.length) <= mistakes && distance(a, b) <= mistakes
}

/** Letters to change, leave out or put in. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1),
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
        ),
      )
    row = next
  }
  return row[b.length] ?? 0
}
