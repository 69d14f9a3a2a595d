/** How much two findings are about the same: by their place and by their words. */
import type { Citation } from '#contract/citation.ts'
import type { SegmentId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'

/** Letters that count of a word, so that its endings do not. */
const stemLength = 5

/** 0 to 1: what the shorter list of words has in common with the other one, endings and accents apart. */
export function likeness(a: string, b: string): number {
  const [one, other] = [stems(a), stems(b)]
  const fewest = Math.min(one.size, other.size)
  if (fewest === 0) return a === b ? 1 : 0
  const both = one.intersection(other).size
  const dice = (2 * both) / (one.size + other.size)
  // One word that is in both is no likeness of long texts; half of each is.
  return fewest > 1 ? Math.max(dice, 0.8 * (both / fewest)) : dice
}

export function stems(text: string): Set<string> {
  return new Set(comparableWords(text).map(stem))
}

/** In lower case and without accents. */
export function comparableWords(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** A word without its ending, in every language as good or bad. */
export function stem(word: string): string {
  return plain(word).slice(0, stemLength)
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

interface Placed {
  readonly citations: readonly Citation[]
  readonly tracks: Readonly<Record<SegmentId, TrackName>>
}

/** 0 to 1: how much of the shorter one lies in the other, on the same track. */
export function shareOfPlace(a: Placed, b: Placed): number {
  const shortest = Math.min(lengthOf(a.citations), lengthOf(b.citations))
  if (shortest === 0) return 0
  let shared = 0
  for (const one of a.citations)
    for (const other of b.citations)
      if (a.tracks[one.segmentId] === b.tracks[other.segmentId]) shared += overlap(one, other)
  return Math.min(1, shared / shortest)
}

interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

/** The time that two stretches have in common, in milliseconds. */
export function overlap(a: Stretch, b: Stretch): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs))
}

function lengthOf(citations: readonly Citation[]): number {
  return citations.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}
