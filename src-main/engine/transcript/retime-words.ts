import type { Segment, Word } from '#contract/transcript.ts'
import { alignWords, plainWord } from './align-words.ts'

interface Spoken {
  readonly startMs: number
  readonly endMs: number
  readonly words: readonly Word[]
}

/**
 * The words of a text that a person wrote over what was heard. Words that stayed keep their times, also where only
 * their case or punctuation changed; the others share the time that is left between them by their length.
 */
export function retimeWords(heard: Spoken, text: string): Word[] {
  const written = text.split(/\s+/).filter((word) => word !== '')
  const places = written.map((word) => ({ text: word, startMs: heard.startMs }))
  // Within one segment a word may be found again wherever it stands.
  const known = heard.words.map(({ text: word }) => ({ text: word, startMs: heard.startMs }))
  const kept = new Map<number, Word>()
  for (const [i, j] of alignWords(known, places, isSameWord)) {
    const word = heard.words[i]
    if (word) kept.set(j, { ...word, text: written[j] ?? word.text })
  }
  const result: Word[] = []
  for (let at = 0; at < written.length;) {
    const word = kept.get(at)
    if (word) {
      result.push(word)
      at++
      continue
    }
    const end = nextKept(kept, at, written.length)
    const startMs = result.at(-1)?.endMs ?? heard.startMs
    const endMs = Math.max(startMs, kept.get(end)?.startMs ?? heard.endMs)
    result.push(...spread(written.slice(at, end), startMs, endMs))
    at = end
  }
  return result
}

/** A segment that has a word for each one of its text. */
export function withWholeWords(segment: Segment): Segment {
  const isWhole = segment.words.map(({ text }) => text).join(' ') === segment.text
  return isWhole ? segment : { ...segment, words: retimeWords(segment, segment.text) }
}

function isSameWord(a: string, b: string): boolean {
  const [heard, written] = [plainWord(a), plainWord(b)]
  return heard === '' ? a === b : heard === written
}

function nextKept(kept: ReadonlyMap<number, Word>, from: number, count: number): number {
  let at = from
  while (at < count && !kept.has(at)) at++
  return at
}

/** Nobody doubts what a person wrote. */
function spread(texts: readonly string[], startMs: number, endMs: number): Word[] {
  const letters = texts.reduce((sum, text) => sum + text.length, 0)
  let before = 0
  return texts.map((text) => {
    const at = (count: number): number =>
      Math.round(startMs + ((endMs - startMs) * count) / letters)
    const word = { text, startMs: at(before), endMs: at(before + text.length), confidence: 1 }
    before += text.length
    return word
  })
}
