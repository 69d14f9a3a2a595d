/** Holds the text of a disturbed meeting against that of one that nobody disturbed. */
import type { Segment } from '#contract/transcript.ts'

/** A segment of the undisturbed text of which something is missing, wrong, or there twice. */
export interface Differing {
  readonly segment: Segment
  /** What stands there instead. */
  readonly found: string
  /** There are words in it that were not said. */
  readonly more: boolean
  /** Such words are of the segment itself: it was heard twice. A sentence that was cut may end in words of the model's own. */
  readonly twice: boolean
}

/** The segments of `whole` of which `found` does not have all words, in order, and no others. Both are of one track. */
export function differingSegments(
  whole: readonly Segment[],
  found: readonly Segment[],
): Differing[] {
  const said = whole.flatMap((segment, at) => wordsOf(segment).map((word) => ({ word, at })))
  const heard = found.flatMap(wordsOf)
  const foundIn = whole.map((): string[] => [])
  const wrong = new Set<number>()
  const added = new Map<number, readonly string[]>()
  for (const { one, other } of align(
    said.map(({ word }) => word),
    heard,
  )) {
    // A word more belongs to what was said before it.
    const at = said[Math.max(0, one.index)]?.at ?? 0
    if (other !== null) foundIn[at]?.push(other)
    if (one.word !== other) wrong.add(at)
    if (one.word === null && other !== null) added.set(at, [...(added.get(at) ?? []), other])
  }
  return [...wrong].flatMap((at) => {
    const segment = whole[at]
    if (!segment) return []
    const own = wordsOf(segment)
    const more = added.get(at) ?? []
    return [
      {
        segment,
        found: (foundIn[at] ?? []).join(' '),
        more: more.length > 0,
        twice: more.some((word) => own.includes(word)),
      },
    ]
  })
}

/** The sentences of a track of which two stand over the same time. */
export function overlaps(segments: readonly Segment[]): string[] {
  const ordered = segments.toSorted((a, b) => a.startMs - b.startMs)
  return ordered.flatMap(({ startMs, text }, index) => {
    const before = ordered[index - 1]
    if (!before || before.endMs <= startMs + toleranceMs) return []
    return [`“${before.text}” reaches into “${text}”.`]
  })
}

/** Times of words are not exact. */
const toleranceMs = 100

function wordsOf({ text }: Pick<Segment, 'text'>): string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}']/gu, ''))
    .filter((word) => word !== '')
}

/** `index` is that of the word in `said`, or of the one before where there is none. */
interface Pair {
  readonly one: { readonly word: string | null; readonly index: number }
  readonly other: string | null
}

/** The alignment with the fewest words that are not the same. */
function align(said: readonly string[], heard: readonly string[]): Pair[] {
  const costs = Array.from({ length: said.length + 1 }, (_, at) => [at])
  for (let other = 1; other <= heard.length; other++) costs[0]?.push(other)
  const cost = (one: number, other: number): number => costs[one]?.[other] ?? Infinity
  const exchange = (one: number, other: number): number =>
    cost(one - 1, other - 1) + (said[one - 1] === heard[other - 1] ? 0 : 1.5)
  for (let one = 1; one <= said.length; one++)
    for (let other = 1; other <= heard.length; other++)
      costs[one]?.push(
        Math.min(exchange(one, other), cost(one - 1, other) + 1, cost(one, other - 1) + 1),
      )
  const pairs: Pair[] = []
  let [one, other] = [said.length, heard.length]
  while (one > 0 || other > 0) {
    const isPair = one > 0 && other > 0 && cost(one, other) === exchange(one, other)
    const isMore = !isPair && other > 0 && cost(one, other) === cost(one, other - 1) + 1
    const word = isMore ? null : (said[one - 1] ?? null)
    pairs.push({
      one: { word, index: one - 1 },
      other: isPair || isMore ? (heard[other - 1] ?? null) : null,
    })
    if (!isMore) one -= 1
    if (isPair || isMore) other -= 1
  }
  return pairs.toReversed()
}
