/** A stretch of time, in milliseconds of the meeting. */
export interface Stretch {
  readonly fromMs: number
  readonly toMs: number
}

/** How much of `stretches` none of `covers` holds. */
export function uncoveredMs(stretches: readonly Stretch[], covers: readonly Stretch[]): number {
  const sorted = merged(covers)
  return merged(stretches).reduce((sum, { fromMs, toMs }) => {
    const covered = sorted.reduce(
      (inside, cover) =>
        inside + Math.max(0, Math.min(toMs, cover.toMs) - Math.max(fromMs, cover.fromMs)),
      0,
    )
    return sum + (toMs - fromMs) - covered
  }, 0)
}

export function lengthMs(stretches: readonly Stretch[]): number {
  return merged(stretches).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0)
}

/** In the order of time, those that touch as one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Array<{ fromMs: number; toMs: number }> = []
  for (const { fromMs, toMs } of stretches.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1)
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs)
    else result.push({ fromMs, toMs })
  }
  return result
}
