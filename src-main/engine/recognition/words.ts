import type { Pause } from './pauses.ts'
import { placeWords, type Span } from './place-words.ts'
import type { DecodedToken } from './recognizer.ts'

/** A word as decoded; times count from the first sample of the decoded stretch. */
export interface DecodedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** Geometric mean of its tokens' probabilities: one doubtful syllable makes a doubtful word. */
  readonly confidence: number
}

/** Whisper's special tokens read `[_BEG_]`, `[_TT_50]`, `<|endoftext|>`: they are marks, not words. */
const special = /^(\[_.*\]|<\|.*\|>)$/

/**
 * Joins a segment's tokens into words: a token that begins with a space begins a word. The words' own
 * text is taken from `text`, because a token may be half of a multi-byte character.
 */
export function wordsOf(
  text: string,
  tokens: readonly DecodedToken[],
  segment: Span,
  pauses: readonly Pause[] = [],
): DecodedWord[] {
  return placeWords(pairedWords(text, timed(tokens, segment)), segment, pauses)
}

/** Where the model did not say when a token was said, all of them share the time of their segment by their length. */
function timed(tokens: readonly DecodedToken[], { startMs, endMs }: Span): DecodedToken[] {
  if (tokens.every((token) => token.startMs >= 0 || token.endMs >= 0)) return [...tokens]
  const letters = tokens.reduce((sum, { text }) => sum + lengthOf(text), 0)
  let before = 0
  const at = (count: number): number => startMs + ((endMs - startMs) * count) / (letters || 1)
  return tokens.map((token) => {
    const from = before
    before += lengthOf(token.text)
    return { ...token, startMs: at(from), endMs: at(before) }
  })
}

function lengthOf(text: string): number {
  return special.test(text) ? 0 : text.length
}

function pairedWords(text: string, tokens: readonly DecodedToken[]): DecodedWord[] {
  const groups: DecodedToken[][] = []
  for (const token of tokens) {
    if (special.test(token.text) || token.text === '') continue
    const last = groups.at(-1)
    if (!last || token.text.startsWith(' ')) groups.push([token])
    else last.push(token)
  }
  const spoken = text.split(/\s+/).filter((word) => word !== '')
  const voiced = groups.filter((group) => group.some(({ text: part }) => part.trim() !== ''))
  if (voiced.length === spoken.length)
    return voiced.map((group, index) => wordFrom(spoken[index] ?? '', group))
  return spreadEvenly(spoken, voiced.flat())
}

function wordFrom(text: string, tokens: readonly DecodedToken[]): DecodedWord {
  const startMs = Math.min(...tokens.map((token) => token.startMs))
  return {
    text,
    startMs,
    endMs: Math.max(startMs, ...tokens.map((token) => token.endMs)),
    confidence: geometricMean(tokens.map((token) => token.probability)),
  }
}

/** Scripts without spaces and odd tokenisations: the words share the segment's time by their length. */
function spreadEvenly(spoken: readonly string[], tokens: readonly DecodedToken[]): DecodedWord[] {
  if (tokens.length === 0) return []
  const whole = wordFrom('', tokens)
  const letters = spoken.reduce((sum, word) => sum + word.length, 0)
  let before = 0
  return spoken.map((text) => {
    const at = (count: number): number =>
      Math.round(whole.startMs + ((whole.endMs - whole.startMs) * count) / letters)
    const word = {
      text,
      startMs: at(before),
      endMs: at(before + text.length),
      confidence: whole.confidence,
    }
    before += text.length
    return word
  })
}

function geometricMean(values: readonly number[]): number {
  const logs = values.map((value) => Math.log(Math.max(value, 1e-6)))
  return Math.min(1, Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length))
}
