/** Which word of one text is which word of another, by the shortest edit between the two. */

export interface TimedWord {
  /** Without case and punctuation. */
  readonly word: string
  /** Null where nobody knows it. */
  readonly startMs: number | null
  readonly endMs: number | null
}

/** Positions in the two texts; null: the other text has no such word. */
export interface Pair {
  readonly said: number | null
  readonly heard: number | null
}

/** The same word said again so much later is another one. */
const farMs = 4_000

type Step = 0 | 1 | 2
const both: Step = 0
const saidAlone: Step = 1
const heardAlone: Step = 2

/**
 * Words are paired, equal or not, in the order of both texts and with the fewest differences; words whose known times
 * lie far apart are never paired.
 */
export function alignWords(said: readonly TimedWord[], heard: readonly TimedWord[]): Pair[] {
  const width = heard.length + 1
  const steps = new Uint8Array((said.length + 1) * width).fill(heardAlone, 1, width)
  let row = Uint32Array.from({ length: width }, (_, j) => j)
  for (const [i, word] of said.entries()) {
    const next = new Uint32Array(width)
    next[0] = i + 1
    steps[(i + 1) * width] = saidAlone
    for (const [j, other] of heard.entries()) {
      const paired = (row[j] ?? 0) + difference(word, other)
      const without = (row[j + 1] ?? 0) + 1
      const added = (next[j] ?? 0) + 1
      const least = Math.min(paired, without, added)
      next[j + 1] = least
      steps[(i + 1) * width + j + 1] =
        least === paired ? both : least === without ? saidAlone : heardAlone
    }
    row = next
  }
  return walked(steps, said.length, heard.length)
}

/** More than leaving both out where they cannot be the same. */
function difference(a: TimedWord, b: TimedWord): number {
  if (isFar(a, b)) return 3
  return a.word === b.word ? 0 : 1
}

function isFar(a: TimedWord, b: TimedWord): boolean {
  if (a.startMs === null || b.startMs === null) return false
  return Math.abs(a.startMs - b.startMs) > farMs
}

function walked(steps: Uint8Array, saidCount: number, heardCount: number): Pair[] {
  const pairs: Pair[] = []
  let said = saidCount
  let heard = heardCount
  while (said > 0 || heard > 0) {
    const step = steps[said * (heardCount + 1) + heard]
    const takesSaid = said > 0 && step !== heardAlone
    const takesHeard = heard > 0 && step !== saidAlone
    if (takesSaid) said--
    if (takesHeard) heard--
    pairs.push({ said: takesSaid ? said : null, heard: takesHeard ? heard : null })
  }
  return pairs.reverse()
}
