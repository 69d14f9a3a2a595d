/** Where the words of a segment stand in its text, and when each was said. */
import type { Segment } from '#contract/transcript.ts'
import type { Range } from './find-text.ts'

export interface SpokenWord extends Range {
  readonly startMs: number
  readonly endMs: number
}

/** Drawn and heard again and again, and a segment stays what it is. */
const known = new WeakMap<Segment, readonly SpokenWord[]>()

/** In the order of the text. Words that a person has changed since have no time, so they are left out. */
export function spokenWords(segment: Segment): readonly SpokenWord[] {
  const words = known.get(segment) ?? locate(segment)
  known.set(segment, words)
  return words
}

function locate({ text, words }: Segment): readonly SpokenWord[] {
  const found: SpokenWord[] = []
  let at = 0
  for (const { text: word, startMs, endMs } of words) {
    const from = word === '' ? -1 : text.indexOf(word, at)
    if (from < 0) continue
    at = from + word.length
    found.push({ from, to: at, startMs, endMs })
  }
  return found
}

/** The word that is heard at a time: it counts until the next one begins. Null before the first. */
export function wordAt(segment: Segment, atMs: number): SpokenWord | null {
  return spokenWords(segment).findLast(({ startMs }) => startMs <= atMs) ?? null
}

/** A stretch of text that is one word, or stands between words. */
export interface WordPiece<T> {
  readonly word: SpokenWord | null
  readonly pieces: readonly T[]
}

/** Puts the pieces of a text, cut at the borders of its words as well, together word by word. */
export function byWord<T extends { readonly text: string }>(
  pieces: readonly T[],
  words: readonly SpokenWord[],
): readonly WordPiece<T>[] {
  const groups: Array<{ word: SpokenWord | null; pieces: T[] }> = []
  let at = 0
  let next = 0
  for (const piece of pieces) {
    while ((words[next]?.to ?? Infinity) <= at) next++
    const candidate = words[next]
    const word = candidate && candidate.from <= at ? candidate : null
    const group = groups.at(-1)
    if (group && group.word === word) group.pieces.push(piece)
    else groups.push({ word, pieces: [piece] })
    at += piece.text.length
  }
  return groups
}
