/**
 * Tells a hole from a late message. One moment that does not fit proves nothing; when those after it do not fit
 * in the same way, time has really jumped.
 */

/** So much sound is waited for before a jump is believed, or the place of a new stream. */
const ENOUGH_MS = 80
/** What may always be jitter. */
const LEAST_JUMP_MS = 20
/** What may be jitter on a device that jitters much. */
const MOST_JITTER_MS = 100
const JITTERS = 4
/** The device itself said that something is missing: then little is believed. */
const LEAST_TOLD_JUMP_MS = 5

/** What a device delivered, or lost, and how far its moment is off the line so far (null: nothing says when). */
export interface Moment {
  readonly offMs: number | null
  readonly spanMs: number
  /** The device said that something is missing before it. */
  readonly discontinuity: boolean
}

export type Verdict =
  | { readonly type: 'wait' }
  /** So many from the first on follow what was before. */
  | { readonly type: 'follows'; readonly count: number }
  /** So many from the first on are later than the line says (earlier: below 0). */
  | { readonly type: 'jumped'; readonly count: number; readonly byMs: number }

/** `jitterMs` is how far moments are off on average; `last`: nothing else will come, so judge by what is there. */
export function judgeMoments(
  moments: readonly Moment[],
  { jitterMs, last }: { readonly jitterMs: number; readonly last: boolean },
): Verdict {
  const limit = Math.max(LEAST_JUMP_MS, Math.min(JITTERS * jitterMs, MOST_JITTER_MS))
  const [first] = moments
  if (!first) return { type: 'wait' }
  if (!first.discontinuity && Math.abs(first.offMs ?? 0) <= limit)
    return { type: 'follows', count: 1 }

  const group = alike(moments)
  const offs = group.flatMap(({ offMs }) => (offMs === null ? [] : [offMs]))
  const back = group.findIndex(({ offMs }) => offMs !== null && Math.abs(offMs) <= limit / 2)
  if (!first.discontinuity && back >= 0) return { type: 'follows', count: back + 1 }

  if (!last && group.length === moments.length && !enough(group)) return { type: 'wait' }
  const byMs = median(offs)
  const jumped = first.discontinuity
    ? byMs > LEAST_TOLD_JUMP_MS || byMs < -limit
    : Math.abs(byMs) > limit
  return jumped
    ? { type: 'jumped', count: group.length, byMs }
    : { type: 'follows', count: group.length }
}

/** How far the first moments of a stream are off, once there are enough of them; null: wait. */
export function judgeStart(moments: readonly Moment[], last: boolean): number | null {
  const timed = moments.slice(
    Math.max(
      0,
      moments.findIndex(({ offMs }) => offMs !== null),
    ),
  )
  const group = alike(timed)
  const offs = group.flatMap(({ offMs }) => (offMs === null ? [] : [offMs]))
  const known = last || group.length < timed.length || enough(group)
  return known && offs.length > 0 ? median(offs) : null
}

/** Those up to the next place where the device says that something is missing. */
function alike(moments: readonly Moment[]): readonly Moment[] {
  const next = moments.findIndex(({ discontinuity }, i) => i > 0 && discontinuity)
  return next < 0 ? moments : moments.slice(0, next)
}

function enough(moments: readonly Moment[]): boolean {
  return moments.reduce((sum, { spanMs }) => sum + spanMs, 0) >= ENOUGH_MS
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
