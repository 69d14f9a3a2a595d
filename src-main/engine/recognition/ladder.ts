import { type BackendId, processor } from './backend.ts'

/** Which back end the next recognition process runs on. */
export interface Ladder {
  next(): BackendId
  /** The one that the last process was started on; null before the first. */
  readonly current: BackendId | null
  /** How often a back end was left. */
  readonly moves: number
  /** Its process died or hung. */
  lost(): void
  /** It cannot do the work that was asked of it. */
  refused(): void
}

interface Moved {
  readonly from: BackendId
  readonly to: BackendId
}

/** A second loss within this time is no accident. */
const soonMs = 10 * 60_000

/**
 * A back end whose process is lost gets one more try; lost again soon, or when it refuses the work, it is left for
 * the next one until the program ends. The processor is never left: there is nothing behind it.
 */
export function ladder(
  choice: () => readonly BackendId[],
  nowMs: () => number,
  onMoved: (moved: Moved) => void,
): Ladder {
  const left = new Set<BackendId>()
  let current: BackendId | null = null
  let lostAtMs = -Infinity
  let moves = 0

  const best = (): BackendId => choice().find((id) => !left.has(id)) ?? processor

  function leave(): void {
    if (current === null || current === processor || left.has(current)) return
    left.add(current)
    lostAtMs = -Infinity
    moves++
    onMoved({ from: current, to: best() })
  }

  return {
    next: () => (current = best()),
    get current() {
      return current
    },
    get moves() {
      return moves
    },
    lost() {
      // The process of a back end that was left already is on its way out.
      if (current !== null && left.has(current)) return
      const now = nowMs()
      if (now - lostAtMs < soonMs) leave()
      else lostAtMs = now
    },
    refused: leave,
  }
}
