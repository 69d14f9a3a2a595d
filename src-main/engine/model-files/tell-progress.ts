import type { PullProgress } from './model-files.ts'

/** A person sees no more than this. */
const leastGapMs = 100

/** Passes on every change of phase at once and the rest at most ten times a second. */
export function tellProgress(
  tell: (progress: PullProgress) => void,
  now: () => number,
): (progress: PullProgress) => void {
  let phase: PullProgress['phase'] | null = null
  let toldAt = Number.NEGATIVE_INFINITY
  return (progress) => {
    const time = now()
    if (progress.phase === phase && time - toldAt < leastGapMs) return
    phase = progress.phase
    toldAt = time
    tell(progress)
  }
}
