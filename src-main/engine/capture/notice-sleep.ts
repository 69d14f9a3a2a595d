/**
 * Notices that the computer slept. On Linux the steady clock stops in sleep while the time since the start of the
 * computer goes on; on Windows both go on, and sleep is a stretch in which neither this program ran nor any device
 * was heard. A busy program alone is no sleep: its devices were heard meanwhile. The wall clock says nothing here,
 * because people and time servers set it. Pure; ticks come about twice a second.
 */
import type { TrackName } from '#contract/transcript.ts'

/** Both read one right after the other. */
export interface Tick {
  /** `process.hrtime`, in milliseconds. */
  readonly steadyMs: number
  /** `os.uptime`, in milliseconds; it may be rounded to seconds. */
  readonly uptimeMs: number
}

/** On the steady clock; both are the same moment where that clock stood still. */
export interface Slept {
  readonly fromMs: number
  readonly untilMs: number
  readonly lengthMs: number
}

export interface SleepNotice {
  tick(tick: Tick): Slept | null
  /** A device delivered what it heard between these moments; told before it is placed. */
  heard(track: TrackName, fromMs: number, untilMs: number): Slept | null
}

/** The clocks differ by less than this through rounding, and through being read one after the other. */
const LEAST_STOP_MS = 2_000
/** Nothing happened for so long: then the computer slept, if devices were heard right before. */
const LEAST_STRETCH_MS = 5_000
/** As above if no device was heard before either: a program is not busy for so long. */
const LEAST_QUIET_STRETCH_MS = 30_000
/** What belongs to the ends of a stretch: sound under way, and a program that takes a moment to go on. */
const EDGE_MS = 1_000
/** So long a late tick waits for sound that was heard meanwhile and still lies in a ring. */
const PATIENCE_MS = 3_000

interface Stretch {
  readonly fromMs: number
  readonly untilMs: number
}

export function noticeSleep(): SleepNotice {
  const heardUntil = new Map<TrackName, number>()
  let last: Tick | null = null
  /** The start of the first sound that is clearly later than the last tick. */
  let firstHeardMs = Infinity
  /** After a late tick: whether it was sleep is not known yet. */
  let doubt: (Stretch & { readonly leastMs: number }) | null = null

  function sleptSince(from: Stretch): Slept {
    doubt = null
    return { ...from, lengthMs: from.untilMs - from.fromMs }
  }

  function decide(nowMs: number): Slept | null {
    if (!doubt || nowMs < doubt.untilMs + PATIENCE_MS) return null
    const { fromMs, leastMs } = doubt
    const untilMs = Math.max(fromMs, Math.min(doubt.untilMs, firstHeardMs))
    doubt = null
    return untilMs - fromMs >= leastMs ? sleptSince({ fromMs, untilMs }) : null
  }

  function lateness(before: Tick, now: Tick): typeof doubt {
    const heardLast = Math.max(...heardUntil.values(), -Infinity)
    const alive = heardLast >= before.steadyMs - EDGE_MS
    const leastMs = alive ? LEAST_STRETCH_MS : LEAST_QUIET_STRETCH_MS
    const late = now.steadyMs - before.steadyMs >= leastMs
    return late ? { fromMs: before.steadyMs, untilMs: now.steadyMs, leastMs } : null
  }

  return {
    tick(now) {
      const before = last
      last = now
      if (!before) return null
      const stoodMs = now.uptimeMs - before.uptimeMs - (now.steadyMs - before.steadyMs)
      if (stoodMs >= LEAST_STOP_MS) {
        doubt = null
        firstHeardMs = Infinity
        return { fromMs: now.steadyMs, untilMs: now.steadyMs, lengthMs: stoodMs }
      }
      const slept = decide(now.steadyMs)
      doubt ??= slept ? null : lateness(before, now)
      if (!doubt) firstHeardMs = Infinity
      return slept
    },
    heard(track, fromMs, untilMs) {
      const before = heardUntil.get(track) ?? -Infinity
      heardUntil.set(track, Math.max(before, untilMs))
      const since = doubt?.fromMs ?? last?.steadyMs ?? Infinity
      if (fromMs > since + EDGE_MS) firstHeardMs = Math.min(firstHeardMs, fromMs)
      // A device that was heard up to then tells its sound in order: what it did not hear will not come.
      const inOrder = before >= since - EDGE_MS
      const start = Math.max(before, since)
      if (!inOrder || fromMs - start < LEAST_STRETCH_MS || firstHeardMs < fromMs) return null
      if (last) last = later(last, Math.max(0, fromMs - last.steadyMs))
      firstHeardMs = Infinity
      return sleptSince({ fromMs: start, untilMs: fromMs })
    },
  }
}

function later({ steadyMs, uptimeMs }: Tick, ms: number): Tick {
  return { steadyMs: steadyMs + ms, uptimeMs: uptimeMs + ms }
}
