/** Cuts a meeting into portions that a language model reads one at a time. */
import type { Segment } from '#contract/transcript.ts'
import { spokenLine } from './said.ts'

/** A part of a meeting that fits the context; `lines` are what is read of its segments, in the same order. */
export interface Portion {
  readonly segments: readonly Segment[]
  readonly lines: readonly string[]
}

const shortestMs = 150_000
/** What fast speakers say in a minute, with numbers and names in front of each line. */
const tokensInMinute = 350
/** For the number in front of each line and the end of it. */
const numberTokens = 8

/** Of a portion, in milliseconds: the longest of a few lengths that fits in most cases, so that portions are few. */
export function portionMs(budgetTokens: number): number {
  let length = shortestMs
  while (length < 1_200_000 && (2 * length * tokensInMinute) / 60_000 <= budgetTokens) length *= 2
  return length
}

/**
 * Cut by the time of the meeting, so that text which changes changes the portion it stands in and no other. Where more
 * was said than fits, a portion is halved until it does.
 */
export async function cutPortions(
  segments: readonly Segment[],
  budgetTokens: number,
  count: (texts: readonly string[]) => Promise<readonly number[]>,
): Promise<Portion[]> {
  const pieces: Piece[] = []
  const lines = segments.map(spokenLine)
  const tokens = await count(lines)
  for (const [index, segment] of segments.entries()) {
    const line = lines[index] ?? ''
    const needed = (tokens[index] ?? 0) + numberTokens
    // A sentence that alone is too long is read in parts.
    const parts = Math.ceil(needed / (budgetTokens / 2))
    const size = Math.ceil(line.length / parts)
    for (let part = 0; part < parts; part += 1) {
      const text = parts === 1 ? line : line.slice(part * size, (part + 1) * size)
      pieces.push({ segment, line: text, tokens: Math.ceil(needed / parts) + numberTokens })
    }
  }
  const length = portionMs(budgetTokens)
  const windows = Map.groupBy(pieces, ({ segment }) => Math.floor(segment.startMs / length))
  return [...windows.values()].flatMap((window) => halved(window, budgetTokens))
}

interface Piece {
  readonly segment: Segment
  readonly line: string
  readonly tokens: number
}

function halved(pieces: readonly Piece[], budgetTokens: number): Portion[] {
  const needed = pieces.reduce((sum, { tokens }) => sum + tokens, 0)
  if (needed > budgetTokens && pieces.length > 1) {
    const half = Math.ceil(pieces.length / 2)
    return [
      ...halved(pieces.slice(0, half), budgetTokens),
      ...halved(pieces.slice(half), budgetTokens),
    ]
  }
  return [{ segments: pieces.map(({ segment }) => segment), lines: pieces.map(({ line }) => line) }]
}
