/**
 * When a worker that is lost is started again: soon, then later and later; and when nothing has come of several starts in a row,
 * not at all for a while, so that nothing spins and what keeps failing does not slow down the rest. Pure; times are of a clock
 * that never goes back.
 */
export interface Restarts {
  /** Losses since anything was done. */
  readonly inARow: number
  /** Rests since anything was done. */
  readonly rests: number
  /** It is left alone until then; null: it is not. */
  readonly untilMs: number | null
}

export interface RestartRules {
  /** Waits before it is started again after each loss in a row, in milliseconds. One more loss than these, and it rests. */
  readonly waitsMs: readonly number[]
  /** Each rest is twice as long as the one before. */
  readonly firstRestMs: number
  readonly longestRestMs: number
}

export const fresh: Restarts = { inARow: 0, rests: 0, untilMs: null }

export function afterLoss(so: Restarts, nowMs: number, rules: RestartRules): Restarts {
  if (isResting(so, nowMs)) return so
  const inARow = so.inARow + 1
  if (inARow <= rules.waitsMs.length) return { ...so, inARow, untilMs: null }
  const restMs = Math.min(rules.firstRestMs * 2 ** so.rests, rules.longestRestMs)
  return { inARow, rests: so.rests + 1, untilMs: nowMs + restMs }
}

/** Somebody wants it tried at once; lost again, it rests as long as it would have. */
export function hurried(so: Restarts): Restarts {
  return { ...so, untilMs: null }
}

export function isResting({ untilMs }: Restarts, nowMs: number): boolean {
  return untilMs !== null && nowMs < untilMs
}

/** How long until it may be started again. */
export function restMs({ untilMs }: Restarts, nowMs: number): number {
  return untilMs === null ? 0 : Math.max(0, untilMs - nowMs)
}

/** How long a start waits after so many losses in a row. */
export function waitMs({ inARow }: Restarts, { waitsMs }: RestartRules): number {
  return inARow === 0 ? 0 : (waitsMs[Math.min(inARow, waitsMs.length) - 1] ?? 0)
}
