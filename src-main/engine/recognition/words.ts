import type { DecodedToken } from './recognizer.ts'

/** A word as decoded; times count from the first sample of the decoded stretch. */
export interface DecodedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** Geometric mean of its tokens' probabilities: one doubtful syllable makes a doubtful word. */
  readonly confidence: number
}

interface Span {
  readonly startMs: number
  readonly endMs: number
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
): DecodedWord[] {
  return lasting(pairedWords(text, tokens), segment)
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

/**
 * Whisper often gives a word no time at all. Here each word lasts until the next one begins, and words
 * that begin at once share that time; none leaves its segment.
 */
function lasting(words: readonly DecodedWord[], segment: Span): DecodedWord[] {
  const inside = (ms: number): number =>
    Math.max(segment.startMs, Math.min(Math.round(ms), segment.endMs))
  const runs: Array<{ readonly startMs: number; readonly words: DecodedWord[] }> = []
  for (const word of words) {
    const last = runs.at(-1)
    const startMs = Math.max(last?.startMs ?? 0, inside(word.startMs))
    // At the very end there is no time left: such a word shares that of the one before it.
    if (last && (startMs === last.startMs || startMs === segment.endMs)) last.words.push(word)
    else runs.push({ startMs, words: [word] })
  }
  return runs.flatMap((run, index) => {
    const lastEndMs = inside(run.words.at(-1)?.endMs ?? 0)
    const endMs = runs[index + 1]?.startMs ?? (lastEndMs > run.startMs ? lastEndMs : segment.endMs)
    const at = (count: number): number =>
      Math.round(run.startMs + ((endMs - run.startMs) * count) / run.words.length)
    return run.words.map((word, position) => ({
      ...word,
      startMs: at(position),
      endMs: at(position + 1),
    }))
  })
}

function geometricMean(values: readonly number[]): number {
  const logs = values.map((value) => Math.log(Math.max(value, 1e-6)))
  return Math.min(1, Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length))
}
