/** How often something may happen: a bucket of so many, filled again at a steady rate. Pure; time is handed in. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** What is left, and when that was known; null: full. */
export type Bucket = { readonly left: number; readonly atMs: number } | null

/** Takes one out; false where there is none, which costs nothing. */
export function take(bucket: Bucket, rate: Rate, nowMs: number): readonly [Bucket, boolean] {
  const left = leftAt(bucket, rate, nowMs)
  return left >= 1 ? [{ left: left - 1, atMs: nowMs }, true] : [{ left, atMs: nowMs }, false]
}

/** Takes one out of what cannot be refused any more; answers how long nothing more may come, until the debt is paid. */
export function spend(bucket: Bucket, rate: Rate, nowMs: number): readonly [Bucket, number] {
  const left = leftAt(bucket, rate, nowMs) - 1
  return [{ left, atMs: nowMs }, left < 0 ? Math.ceil((-left / rate.perSecond) * 1000) : 0]
}

function leftAt(bucket: Bucket, { burst, perSecond }: Rate, nowMs: number): number {
  if (bucket === null) return burst
  // A clock that was set back fills nothing.
  const passedMs = Math.max(0, nowMs - bucket.atMs)
  return Math.min(burst, bucket.left + (passedMs / 1000) * perSecond)
}
