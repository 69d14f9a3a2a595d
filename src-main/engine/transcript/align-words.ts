/** Finds the words of one text again in another text of the same sound. */

interface Timed {
  readonly text: string
  readonly startMs: number
}

/** The same word is not found again further away than this: a common word may stand anywhere. */
const nearMs = 2_000

/** Pairs of positions of the same word in both texts, as many as can be had in order. */
export function alignWords(
  before: readonly Timed[],
  after: readonly Timed[],
  isSame: (a: string, b: string) => boolean,
): ReadonlyArray<readonly [number, number]> {
  const width = after.length + 1
  const most = new Uint16Array((before.length + 1) * width)
  const pairs = (i: number, j: number): boolean => {
    const [a, b] = [before[i], after[j]]
    return a !== undefined && b !== undefined && isNear(a, b) && isSame(a.text, b.text)
  }
  // Walked from the end, so that the pairs can be read off from the beginning.
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const here = i * width + j
      most[here] = pairs(i, j)
        ? 1 + (most[here + width + 1] ?? 0)
        : Math.max(most[here + 1] ?? 0, most[here + width] ?? 0)
    }
  }
  const found: Array<readonly [number, number]> = []
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (pairs(i, j)) found.push([i++, j++])
    else if ((most[i * width + j + 1] ?? 0) >= (most[(i + 1) * width + j] ?? 0)) j++
    else i++
  }
  return found
}

function isNear(a: Timed, b: Timed): boolean {
  return Math.abs(a.startMs - b.startMs) <= nearMs
}

/** A word without what only the eye sees of it. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
