/** How fast a file is told: as fast as it is pulled, or like someone speaking now. */
import { setTimeout } from 'node:timers/promises'

/** Steady time and waiting; a test brings its own. */
export interface Timer {
  nowMs(): number
  /** Resolves after `ms`, or at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export const systemTimer: Timer = {
  nowMs: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
}

/**
 * Waits until a moment of the sound has come. All moments count from the first call, so a late
 * one is not passed on to those after it.
 */
export function realPace(timer: Timer): (soundMs: number, signal: AbortSignal) => Promise<void> {
  let startMs: number | null = null
  return async (soundMs, signal) => {
    startMs ??= timer.nowMs()
    const early = startMs + soundMs - timer.nowMs()
    if (early > 0) await timer.wait(early, signal)
  }
}
