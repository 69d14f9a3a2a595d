/** Where nobody speaks in a meeting, for whoever would rather not wait there. */
import type { Segment } from '#contract/transcript.ts'

export interface Silence {
  readonly fromMs: number
  readonly toMs: number
}

/** Left of a silence on each side, so that words have their beginning and their end. */
const roomMs = 350
/** What is shorter is a breath, and belongs to what is said. */
const shortestMs = 1_500

/** In the order of time, up to the end of the recording. Segments are given by their beginning. */
export function silencesIn(
  segments: readonly Pick<Segment, 'startMs' | 'endMs'>[],
  lengthMs: number,
): readonly Silence[] {
  const silences: Silence[] = []
  let quietFromMs = 0
  const note = (untilMs: number): void => {
    if (untilMs - quietFromMs < shortestMs) return
    const fromMs = quietFromMs === 0 ? 0 : quietFromMs + roomMs
    silences.push({ fromMs, toMs: untilMs - roomMs })
  }
  for (const { startMs, endMs } of segments) {
    note(startMs)
    quietFromMs = Math.max(quietFromMs, endMs)
  }
  note(lengthMs)
  return silences
}

/** Where to go on from a place: behind the silence in which it lies, or null where somebody speaks. */
export function afterSilence(silences: readonly Silence[], atMs: number): number | null {
  let [low, high] = [0, silences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((silences[middle]?.toMs ?? 0) <= atMs) low = middle + 1
    else high = middle
  }
  const silence = silences[low]
  return silence && silence.fromMs <= atMs ? silence.toMs : null
}
