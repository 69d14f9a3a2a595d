/**
 * Writes one track: lays what its devices deliver on the time of the meeting, and tells it. Pauses and muting take
 * effect at the moment they were asked for, by the clock of the device, however late the sound of that moment arrives.
 */
import type { Level } from '#contract/hearing.ts'
import type { TrackName } from '#contract/transcript.ts'
import { SAMPLE_RATE, toSamples } from '../audio/frames.ts'
import type { SourceEvent } from '../audio/source.ts'
import type { Delivery } from './capture.native.ts'
import { gatherSamples } from './gather-samples.ts'
import { levelMeter } from './level-meter.ts'
import type { HoleCause, Placed, Timeline } from './timeline.ts'

export interface BoundDevice {
  /** Of the device itself, for people. */
  readonly format: {
    readonly name: string
    readonly sampleRate: number
    readonly channels: number
  }
  /** Of what is delivered. */
  readonly sampleRate: number
  /** Why something is missing before it, and inside it; see `Timeline.bind`. */
  readonly between: HoleCause
  readonly holes: HoleCause
}

export interface TrackWriter {
  /** Another device from here on. */
  bind(device: BoundDevice): void
  hear(delivery: Extract<Delivery, { type: 'samples' }>): void
  overrun(length: number): void
  /** Nothing was heard up to this moment, and nothing of it will come any more. */
  advance(steadyMs: number, cause: HoleCause): void
  pause(steadyMs: number, cause: 'person' | 'sleep'): void
  resume(steadyMs: number): void
  mute(steadyMs: number, muted: boolean): void
  /**
   * Tells what was held back and is not new any more, and a pause that was reached; called some times a second. Nothing
   * has come since `quietSinceMs`, if anything was missing before it then for this reason.
   */
  flush(quietSinceMs: number, cause: HoleCause): void
  /** What was told between this moment and now is not what the device played. */
  deafSince(steadyMs: number): void
  level(): Level
  finish(): void
}

/** A pause or its end, to be told when the track has reached it. */
interface Mark {
  readonly atMs: number
  readonly position: number
  readonly event: SourceEvent
}

/** A track that ends so close to a place has reached it. */
const REACHED = toSamples(10)
/** So much silence brings the level to nothing. */
const STILL = toSamples(100)
/** A timeline holds back so much at the most, to find out when it was heard. */
const HELD_MS = 100

export function writeTrack(
  track: TrackName,
  { timeline, originMs }: { readonly timeline: Timeline; readonly originMs: number },
  tell: (event: SourceEvent) => void,
): TrackWriter {
  const meter = levelMeter()
  const out = gatherSamples(track, tell)
  const marks: Mark[] = []
  const mutes: { readonly atMs: number; readonly muted: boolean }[] = []
  let format: BoundDevice['format'] | null = null
  let muted = false
  /** When sample 0 would have been heard, had there been no pause. */
  let startMs = originMs
  let pausedMs: number | null = null
  let told = 0
  /** When the newest of what was delivered was heard. */
  let heardMs = -Infinity
  /** Up to when the track is told, in steady milliseconds. */
  let toldMs = originMs

  function place(pieces: readonly Placed[]): void {
    for (const piece of pieces) {
      tellMarks()
      if (piece.type !== 'gap') tellFormat()
      if (piece.type === 'samples') placeSamples(piece.samples, piece.deviceMs)
      else placeNothing(piece)
      told += piece.type === 'samples' ? piece.samples.length : piece.length
    }
    tellMarks()
  }

  function placeSamples(samples: Float32Array, deviceMs: number): void {
    toldMs = deviceMs + (samples.length * 1000) / SAMPLE_RATE
    settleMutes(deviceMs, toldMs)
    if (muted) return placeNothing({ type: 'gap', length: samples.length, cause: 'muted' })
    meter.push(samples)
    out.samples(samples, deviceMs)
  }

  function placeNothing(piece: Exclude<Placed, { type: 'samples' }>): void {
    meter.push(new Float32Array(Math.min(piece.length, STILL)))
    if (piece.type === 'silence') out.silence(piece.length)
    else out.gap(piece.length, piece.cause)
  }

  /** A piece that is muted at all is muted as a whole: nothing of what was kept private is told. */
  function settleMutes(fromMs: number, toMs: number): void {
    for (let next = mutes[0]; next; next = mutes[0]) {
      if (next.muted ? next.atMs >= toMs : next.atMs > fromMs) return
      muted = next.muted
      mutes.shift()
    }
  }

  /** Told with the first sound of the new device, behind what is missing before it. */
  function tellFormat(): void {
    if (!format) return
    out.flush()
    tell({ type: 'format', track, ...format })
    format = null
  }

  function tellMarks(): void {
    for (let next = marks[0]; next && told >= next.position - REACHED; next = marks[0])
      tellMark(next)
  }

  function tellMark(mark: Mark): void {
    marks.shift()
    out.flush()
    tell(mark.event)
  }

  function markAt(atMs: number, event: SourceEvent): void {
    marks.push({ atMs, event, position: ((atMs - startMs) * SAMPLE_RATE) / 1000 })
    tellMarks()
  }

  return {
    bind(device) {
      timeline.bind(device.sampleRate, device.between, device.holes)
      // The rest of the device before, which the resampler still held.
      place(timeline.advance(toldMs, device.between))
      format = device.format
    },
    hear({ samples, deviceMs, discontinuity }) {
      heardMs = deviceMs
      place(timeline.push(samples, deviceMs, discontinuity))
    },
    overrun: (length) => timeline.overrun(length),
    advance(steadyMs, cause) {
      place(timeline.advance(steadyMs, cause))
      toldMs = Math.max(toldMs, steadyMs)
    },
    pause(steadyMs, cause) {
      if (pausedMs !== null) return
      pausedMs = Math.max(steadyMs, startMs)
      place(timeline.pause(pausedMs))
      markAt(pausedMs, { type: 'paused', track, cause })
    },
    resume(steadyMs) {
      if (pausedMs === null) return
      const atMs = Math.max(steadyMs, pausedMs)
      timeline.resume(atMs)
      startMs += atMs - pausedMs
      pausedMs = null
      markAt(atMs, { type: 'resumed', track })
    },
    mute: (atMs, wanted) => void mutes.push({ atMs, muted: wanted }),
    flush(quietSinceMs, cause) {
      out.flushOld()
      const next = marks[0]
      // What was heard before the pause has come by now.
      if (!next || next.atMs > Math.max(heardMs - HELD_MS, quietSinceMs)) return
      place(timeline.advance(next.atMs, cause))
      if (marks[0] === next) tellMark(next)
    },
    deafSince(steadyMs) {
      const length = Math.round(((toldMs - steadyMs) * SAMPLE_RATE) / 1000)
      if (length <= 0) return
      out.flush()
      tell({ type: 'deaf', track, length: Math.min(length, told) })
    },
    level: () => ({ track, ...meter.take() }),
    finish() {
      place(timeline.finish())
      out.flush()
    },
  }
}
