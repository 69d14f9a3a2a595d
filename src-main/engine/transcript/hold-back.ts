import type { Segment, Word } from '#contract/transcript.ts'
import { alignWords, plainWord } from './align-words.ts'

interface Held {
  readonly startMs: number
  readonly endMs: number
  readonly text: string
}

/**
 * Takes out of a new reading what was held back before, so that it does not come back: the same words at about the same
 * time, and whatever was heard there where nothing was kept.
 */
export function holdBack(
  fresh: readonly Segment[],
  held: readonly Held[],
  kept: readonly Segment[],
): Segment[] {
  if (held.length === 0) return [...fresh]
  const words = fresh.flatMap((segment) => segment.words)
  const again = new Set(held.flatMap((span) => sameWords(span, words)))
  const isKept = (ms: number): boolean =>
    kept.some(({ startMs, endMs }) => ms >= startMs && ms < endMs)
  const isHeld = (word: Word): boolean => {
    const ms = middle(word)
    if (!held.some(({ startMs, endMs }) => ms >= startMs && ms < endMs)) return false
    return again.has(word) || !isKept(ms)
  }
  return fresh.flatMap((segment) => {
    const rest = segment.words.filter((word) => !isHeld(word))
    if (rest.length === segment.words.length) return [segment]
    const [first, last] = [rest[0], rest.at(-1)]
    if (!first || !last) return []
    const text = rest.map((word) => word.text).join(' ')
    return [{ ...segment, text, startMs: first.startMs, endMs: last.endMs, words: rest }]
  })
}

function sameWords({ text, startMs }: Held, words: readonly Word[]): Word[] {
  const before = text.split(/\s+/).map((word) => ({ text: word, startMs }))
  // Where in the span a held word stood is not told: its beginning counts for each of them.
  const places = words.map((word) => ({ text: word.text, startMs }))
  return alignWords(before, places, (a, b) => plainWord(a) === plainWord(b)).flatMap(([, at]) => {
    const word = words[at]
    return word ? [word] : []
  })
}

function middle({ startMs, endMs }: Word): number {
  return (startMs + endMs) / 2
}
