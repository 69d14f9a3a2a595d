import type { Pause } from './pauses.ts'

export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** How far a pause may be from where two words were thought to meet. */
const reachMs = 100

/** Puts words in order inside their segment, gives time to those that have none, and lets no word last into a pause. */
export function placeWords<Word extends Span>(
  words: readonly Word[],
  segment: Span,
  pauses: readonly Pause[],
): Word[] {
  return meetingAtPauses(inOrder(words, segment), segment, pauses)
}

/**
 * A word lasts as long as it was said to, and never into the next one. A word without any time lasts until
 * the next one begins; words that begin at once share their time.
 */
function inOrder<Word extends Span>(words: readonly Word[], segment: Span): Word[] {
  const inside = (ms: number): number =>
    Math.max(segment.startMs, Math.min(Math.round(ms), segment.endMs))
  const runs: Array<{ readonly startMs: number; readonly words: Word[] }> = []
  for (const word of words) {
    const last = runs.at(-1)
    const startMs = Math.max(last?.startMs ?? 0, inside(word.startMs))
    // At the very end there is no time left: such a word shares that of the one before it.
    if (last && (startMs === last.startMs || startMs === segment.endMs)) last.words.push(word)
    else runs.push({ startMs, words: [word] })
  }
  return runs.flatMap((run, index) => {
    const limitMs = runs[index + 1]?.startMs ?? segment.endMs
    const ownEndMs = Math.min(inside(run.words.at(-1)?.endMs ?? 0), limitMs)
    const endMs = ownEndMs > run.startMs ? ownEndMs : limitMs
    const at = (count: number): number =>
      Math.round(run.startMs + ((endMs - run.startMs) * count) / run.words.length)
    return run.words.map((word, position) => ({
      ...word,
      startMs: at(position),
      endMs: at(position + 1),
    }))
  })
}

/** Where two words meet in or near a pause, the first ends where it begins and the second begins where it ends. */
function meetingAtPauses<Word extends Span>(
  words: readonly Word[],
  segment: Span,
  pauses: readonly Pause[],
): Word[] {
  const placed = words.map(({ startMs, endMs }) => ({ startMs, endMs }))
  for (let at = 0; at <= placed.length; at++) {
    const before = placed[at - 1]
    const after = placed[at]
    const fromMs = before?.endMs ?? after?.startMs ?? 0
    const toMs = after?.startMs ?? fromMs
    const pause = longest(
      pauses.filter(({ startMs, endMs }) => endMs >= fromMs - reachMs && startMs <= toMs + reachMs),
    )
    if (!pause) continue
    const startMs = Math.min(pause.endMs, segment.endMs)
    if (after && startMs > segment.startMs && startMs < after.endMs)
      after.startMs = Math.max(startMs, before ? before.startMs : startMs)
    const endMs = Math.min(pause.startMs, after?.startMs ?? segment.endMs)
    if (before && endMs > before.startMs) before.endMs = endMs
    else if (before && after && before.endMs > after.startMs) before.endMs = after.startMs
  }
  return words.map((word, at) => ({ ...word, ...placed[at] }))
}

function longest(pauses: readonly Pause[]): Pause | undefined {
  return pauses.toSorted((one, other) => other.endMs - other.startMs - (one.endMs - one.startMs))[0]
}
