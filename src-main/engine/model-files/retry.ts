/** When a failed try is worth repeating, and how long to wait before. */

export const retryRules = {
  /** Tries in a row that brought no new byte. */
  fruitless: 6,
  /** Tries at one source altogether, however much each brought. */
  altogether: 1_000,
  firstWaitMs: 1_000,
  longestWaitMs: 30_000,
  /** A server that asks for more patience than this is given up. */
  longestRetryAfterMs: 300_000,
} as const

/** Doubles with every fruitless try: 1, 2, 4, ... seconds. */
export function backoffMs(fruitless: number): number {
  return Math.min(
    retryRules.firstWaitMs * 2 ** Math.max(0, fruitless - 1),
    retryRules.longestWaitMs,
  )
}

/** `Retry-After` is a number of seconds or a date; null when it is neither. */
export function retryAfterMs(value: string | null, now: number): number | null {
  if (value === null) return null
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
