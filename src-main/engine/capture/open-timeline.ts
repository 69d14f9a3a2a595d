/** Decides what the moments of a stream mean, and lays its sound accordingly. */
import { SAMPLE_RATE } from '../audio/frames.ts'
import { judgeMoments, judgeStart, type Moment } from './judge-moments.ts'
import { layTrack, type Stream } from './lay-track.ts'
import { type DriftMeter, measureDrift } from './measure-drift.ts'
import { meetingTime, type MeetingTime } from './meeting-time.ts'
import type { HoleCause, Timeline } from './timeline.ts'

/** Less than this is never told as missing before its sound comes: a moment may be wrong by as much. */
const LEAST_FILL = (20 * SAMPLE_RATE) / 1000
/** How far moments are off on average until it is known, and how fast it is learnt. */
const FIRST_JITTER_MS = 3
const LEARNT_SHARE = 0.01
const MOST_JITTER_MS = 100

/** What the bound stream delivered, or lost: then without samples. */
interface Chunk {
  readonly frame: number
  readonly length: number
  readonly heard: { readonly samples: Float32Array; readonly deviceMs: number } | null
  readonly discontinuity: boolean
}

interface Bound {
  readonly sampleRate: number
  readonly holes: HoleCause
  /** Delivered and lost so far. */
  frames: number
  /** Null until the first moments agree. */
  meter: DriftMeter | null
  jitterMs: number
  /** What nobody knows the time of yet. */
  readonly held: Chunk[]
}

/** A track that begins at this moment of the steady clock. */
export function openTimeline(originMs: number): Timeline {
  const time = meetingTime(originMs)
  const track = layTrack(time)
  let bound: Bound | null = null
  let length = 0

  function take() {
    const pieces = track.take()
    for (const piece of pieces) {
      length += piece.type === 'samples' ? piece.samples.length : piece.length
    }
    return pieces
  }

  function hold(chunk: Omit<Chunk, 'frame'>): void {
    if (!bound) throw new RangeError('Nothing is bound to this timeline')
    bound.held.push({ frame: bound.frames, ...chunk })
    bound.frames += chunk.length
    settle(bound, false)
  }

  /** Lays what agrees on its time; everything, when nothing more will come. */
  function settle(stream: Bound, last: boolean): void {
    stream.meter ??= firstLine(stream, last)
    const { meter, held } = stream
    while (meter && held.length > 0) {
      const moments = held.map((chunk) => momentOf(stream, chunk))
      const verdict = judgeMoments(moments, { jitterMs: stream.jitterMs, last })
      if (verdict.type === 'wait') return
      if (verdict.type === 'jumped') {
        meter.jump(verdict.byMs)
        track.jump(moments[0]?.discontinuity ? 'device_glitch' : stream.holes)
      }
      const { sampleRate, holes } = stream
      for (const [i, chunk] of held.splice(0, verdict.count).entries()) {
        const offMs = verdict.type === 'follows' ? moments[i]?.offMs : null
        if (offMs) stream.jitterMs = learn(stream.jitterMs, offMs)
        lay({ sampleRate, holes, meter }, chunk)
      }
    }
    if (last) held.length = 0
  }

  function lay(stream: Stream, { frame, length: lost, heard }: Chunk): void {
    if (!heard) return track.lose(stream, frame, lost)
    stream.meter.observe(frame, heard.deviceMs)
    track.lay(stream, frame, heard.samples)
  }

  return {
    bind(sampleRate, between, holes = 'device_glitch') {
      if (bound) settle(bound, true)
      track.breakOff(between)
      const jitterMs = FIRST_JITTER_MS
      bound = { sampleRate, holes, frames: 0, meter: null, jitterMs, held: [] }
    },
    push(samples, deviceMs, discontinuity) {
      hold({ length: samples.length, heard: { samples, deviceMs }, discontinuity })
      return take()
    },
    overrun(lost) {
      hold({ length: lost, heard: null, discontinuity: false })
    },
    advance(steadyMs, cause) {
      const target = time.positionAt(steadyMs)
      const heard = bound ? heardUntil(bound, time) : 0
      const missing = target - Math.max(track.reach, heard)
      if (missing >= LEAST_FILL) {
        if (bound) settle(bound, true)
        track.fillTo(target, cause)
      }
      return take()
    },
    pause(steadyMs) {
      time.pause(steadyMs)
      if (bound) settle(bound, true)
      track.rest(time.positionAt(steadyMs))
      return take()
    },
    resume: (steadyMs) => time.resume(steadyMs),
    finish() {
      if (bound) settle(bound, true)
      track.breakOff('no_device')
      return take()
    },
    get length() {
      return length
    },
    get driftPpm() {
      return bound?.meter?.ppm ?? 0
    },
  }
}

function momentOf(
  { sampleRate, meter }: Bound,
  { frame, length, heard, discontinuity }: Chunk,
): Moment {
  const expectedMs = meter ? meter.timeOf(frame) : (frame * 1000) / sampleRate
  const offMs = heard && heard.deviceMs - expectedMs
  return { offMs, spanMs: (length * 1000) / sampleRate, discontinuity }
}

/** How the frames of a new stream tell the time, as soon as its first moments agree. */
function firstLine(stream: Bound, last: boolean): DriftMeter | null {
  const moments = stream.held.map((chunk) => momentOf(stream, chunk))
  const startMs = judgeStart(moments, last)
  return startMs === null ? null : measureDrift(stream.sampleRate, startMs)
}

/** The position up to which everything was heard that was delivered, as far as can be said. */
function heardUntil({ sampleRate, meter, frames, held }: Bound, time: MeetingTime): number {
  const expected = meter ? time.positionAt(meter.timeOf(frames)) : 0
  const latest = held.findLast(({ heard }) => heard !== null)
  if (!latest?.heard) return expected
  const endMs = latest.heard.deviceMs + (latest.length * 1000) / sampleRate
  return Math.max(expected, time.positionAt(endMs))
}

function learn(jitterMs: number, offMs: number): number {
  return jitterMs + (Math.min(Math.abs(offMs), MOST_JITTER_MS) - jitterMs) * LEARNT_SHARE
}
