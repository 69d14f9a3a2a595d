/**
 * Keeps one track bound to a device: opens, opens again when a stream ends, and changes from one device to another
 * without a hole, by opening the new one first and switching when its sound is there.
 */
import type { GapCause } from '#contract/account.ts'
import { reasonOf } from './capture-failure.native.ts'
import type { CaptureStream, Delivery } from './capture.native.ts'
import { type Ear, openEar } from './ear.ts'
import { retryDelay } from './follow-device.ts'
import type { HoleCause } from './timeline.ts'

export interface Binding {
  /** What is heard now; null while nothing is. */
  readonly stream: CaptureStream | null
  /** When the first stream heard its first sample; null until it has. */
  readonly firstMs: number | null
  /** Why what is missing now is missing. */
  readonly cause: HoleCause
  /** A device is open, and its first sound has not come yet. */
  readonly waiting: boolean
  /** All that was heard so far was passed on. */
  readonly isUpToDate: boolean
  /** Nothing has come from the device for about this long; 0 where that is not known. */
  readonly idleMs: number
  /** The first attempt, whose failure is told; after it everything is tried again for ever. */
  open(): Promise<void>
  /** Takes what the device delivers from now on. */
  listen(): void
  /** From now on what is heard may be passed on. */
  begin(): void
  /** Opens again what is wanted now, and changes over to it. */
  move(why: GapCause): void
  /** Tries at once what would be tried again later. */
  retry(): void
  beat(): void
  /** Resolves when everything that was heard up to this moment has been passed on. */
  drain(untilMs: number): Promise<void>
  close(): Promise<void>
}

export interface BindingParts {
  /** It delivers silence too. An output on Windows sends nothing while it plays nothing. */
  readonly sendsSilence: boolean
  /** Opens the device that is wanted at this moment. */
  readonly open: () => Promise<CaptureStream>
  readonly steadyMs: () => number
  readonly room: () => Promise<void> | null
  /** From here on this stream is heard; why what is missing before it is missing. */
  readonly bound: (stream: CaptureStream, between: HoleCause) => void
  readonly hear: (delivery: Exclude<Delivery, { type: 'ended' }>) => void
  /** Nothing is heard any more, or an attempt failed. */
  readonly lost: (error: unknown) => void
  readonly fail: (error: unknown) => void
}

/** Milliseconds between two beats. */
export const BEAT_MS = 50
/** A device that sends silence too is dead when it sends nothing for so long. */
const STALLED_BEATS = 1000 / BEAT_MS
/** A device that was just opened may need so long for its first sound: some are far away. */
const STARTING_BEATS = 3000 / BEAT_MS
/** One that is dead again is given twice as long, up to here: it may just be slow. */
const MOST_STALLED_BEATS = 8 * STALLED_BEATS
/** It is well again when it was heard for so long. */
const WELL_BEATS = 30_000 / BEAT_MS
/** An output may send nothing while it plays nothing, also when it was just opened. */
const QUIET_BEATS = 500 / BEAT_MS
/** How long the old device is still heard for sound that is older than the first of the new one. */
const OVERLAP_BEATS = 150 / BEAT_MS
/** What was heard before a stop has arrived when a device has said nothing for so long. */
const DRAINED_BEATS = 4

interface Next {
  readonly ear: Ear
  readonly deliveries: Exclude<Delivery, { type: 'ended' }>[]
  firstMs: number | null
  beatsSinceFirst: number
}

export function keepBound(parts: BindingParts): Binding {
  let ear: Ear | null = null
  let next: Next | null = null
  let cause: HoleCause = 'silence'
  let nextCause: HoleCause = 'silence'
  let opening = false
  let wanted = false
  let failed = 0
  let dueMs = 0
  let begun = false
  let closed = false
  let patience = STALLED_BEATS
  let wellBeats = 0
  let draining: { readonly untilMs: number; beats: number; done: () => void } | null = null
  const closing = new Set<Promise<void>>()

  async function attempt(): Promise<void> {
    opening = true
    try {
      const stream = await parts.open()
      if (closed) return await stream.close()
      wanted = false
      next = { ear: openEar(stream, earParts), deliveries: [], firstMs: null, beatsSinceFirst: 0 }
    } finally {
      opening = false
    }
  }

  function tryNow(): void {
    if (opening || next || closed || !begun) return
    attempt().then(() => next?.ear.listen(), failedOnce)
  }

  function failedOnce(error: unknown): void {
    failed += 1
    wanted = true
    dueMs = parts.steadyMs() + retryDelay(failed)
    if (!ear && reasonOf(error) === 'no_device') cause = 'no_device'
    parts.lost(error)
  }

  function want(why: HoleCause): void {
    nextCause = why
    wanted = true
    failed = 0
    dueMs = 0
    tryNow()
  }

  function leave(old: Ear): void {
    const freed = old.close().catch(parts.fail)
    closing.add(freed)
    void freed.then(() => closing.delete(freed))
  }

  function hear(from: Ear, delivery: Delivery): void {
    if (from === ear) hearBound(from, delivery)
    else if (from === next?.ear) hearNext(next, delivery)
  }

  function hearBound(from: Ear, delivery: Delivery): void {
    if (delivery.type === 'ended')
      return ended(delivery.reason === 'format_changed' ? 'device_changed' : 'device_lost')
    parts.hear(delivery)
    const endMs = endOf(delivery, from)
    if (draining && endMs >= draining.untilMs) draining.done()
    if (next && next.firstMs !== null && endMs >= next.firstMs) changeOver(next)
  }

  function hearNext(to: Next, delivery: Delivery): void {
    if (delivery.type === 'ended') return failedNext(to)
    if (delivery.type === 'samples') to.firstMs ??= delivery.deviceMs
    to.deliveries.push(delivery)
    if (begun && !ear) changeOver(to)
  }

  function failedNext(to: Next): void {
    next = null
    leave(to.ear)
    if (!ear && cause === 'silence') cause = 'device_lost'
    failedOnce(null)
  }

  function ended(why: GapCause): void {
    if (ear) leave(ear)
    ear = null
    cause = why
    draining?.done()
    parts.lost(null)
    if (next && next.firstMs !== null) changeOver(next)
    else if (!next) want(why)
  }

  function changeOver(to: Next): void {
    if (ear) leave(ear)
    // A hole that is there already keeps its cause; an output that sends nothing plays nothing.
    const between = to.firstMs === null ? 'silence' : ear ? nextCause : cause
    ear = to.ear
    next = null
    failed = 0
    cause = 'device_lost'
    parts.bound(to.ear.stream, between)
    for (const delivery of to.deliveries) hear(to.ear, delivery)
  }

  function beatNext(to: Next): void {
    to.ear.beat()
    if (to.firstMs !== null) {
      if (ear?.isUpToDate) to.beatsSinceFirst += 1
      if (to.beatsSinceFirst >= OVERLAP_BEATS) changeOver(to)
    } else if (!parts.sendsSilence) {
      if (to.ear.idleBeats >= QUIET_BEATS) changeOver(to)
    } else if (to.ear.idleBeats >= Math.max(patience, STARTING_BEATS)) {
      patience = Math.min(2 * patience, MOST_STALLED_BEATS)
      failedNext(to)
    }
  }

  function beatBound({ idleBeats }: Ear): void {
    wellBeats += 1
    if (wellBeats >= WELL_BEATS) patience = STALLED_BEATS
    if (idleBeats < patience) return
    patience = Math.min(2 * patience, MOST_STALLED_BEATS)
    wellBeats = 0
    ended('device_lost')
  }

  function beatDraining(): void {
    if (!draining) return
    draining.beats += 1
    const arrived = !ear || (ear.idleBeats >= DRAINED_BEATS && draining.beats >= DRAINED_BEATS)
    if (arrived) draining.done()
  }

  const earParts = { hear, room: parts.room, fail: parts.fail }

  return {
    get stream() {
      return ear?.stream ?? null
    },
    get firstMs() {
      return next?.firstMs ?? null
    },
    get cause() {
      return cause
    },
    get waiting() {
      return next !== null || opening
    },
    get isUpToDate() {
      return ear?.isUpToDate ?? true
    },
    get idleMs() {
      return (ear?.idleBeats ?? 0) * BEAT_MS
    },
    async open() {
      try {
        await attempt()
      } catch (error) {
        cause = 'no_device'
        nextCause = 'no_device'
        wanted = true
        failed = 1
        throw error
      }
    },
    listen: () => next?.ear.listen(),
    begin() {
      begun = true
      if (next && next.firstMs !== null) changeOver(next)
    },
    move(why) {
      if (!opening && !next) want(why)
    },
    retry() {
      if (!wanted) return
      dueMs = 0
      tryNow()
    },
    beat() {
      ear?.beat()
      if (begun && next) beatNext(next)
      if (parts.sendsSilence && ear) beatBound(ear)
      if (wanted && parts.steadyMs() >= dueMs) tryNow()
      beatDraining()
    },
    async drain(untilMs) {
      if (!begun || !ear) return
      const { promise, resolve } = Promise.withResolvers<void>()
      draining = { untilMs, beats: 0, done: resolve }
      await promise
      draining = null
    },
    async close() {
      closed = true
      for (const open of [ear, next?.ear]) if (open) leave(open)
      await Promise.all(closing)
    },
  }
}

/** Up to when a stream is heard with this delivery, in steady milliseconds. */
function endOf(delivery: Delivery, { stream }: Ear): number {
  if (delivery.type !== 'samples') return -Infinity
  return delivery.deviceMs + (delivery.samples.length * 1000) / stream.sampleRate
}
