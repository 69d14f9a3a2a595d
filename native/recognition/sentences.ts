import type { DecodedSegment, Token } from './decoding.ts'

/** What ends a sentence where the next token begins a word: "3.5" goes on. */
const end = /[.?!。？！]$/

/** Cuts a segment behind each of its sentences. */
export function sentencesOf(segment: DecodedSegment): DecodedSegment[] {
  const sentences: Token[][] = []
  for (const token of segment.tokens) {
    const last = sentences.at(-1)
    const ended = end.test(last?.at(-1)?.text ?? '') && token.text.startsWith(' ')
    if (!last || ended) sentences.push([token])
    else last.push(token)
  }
  if (sentences.length < 2) return [segment]
  return sentences.map((tokens) => ({
    ...segment,
    startMs: tokens[0]?.startMs ?? segment.startMs,
    endMs: Math.max(...tokens.map(({ endMs }) => endMs)),
    text: tokens.map(({ text }) => text).join(''),
    averageLogProbability: averageLog(tokens),
    tokens,
  }))
}

function averageLog(tokens: readonly Token[]): number {
  const logs = tokens.map(({ probability }) => Math.log(Math.max(probability, 1e-10)))
  return logs.reduce((sum, log) => sum + log, 0) / logs.length
}
