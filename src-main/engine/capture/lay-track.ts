/**
 * Lays sound on a track, end to end: what is missing is filled, what is there already is cut, what lies in a pause is
 * dropped. Nothing is ever laid twice, and nothing that was told is taken back.
 */
import { SAMPLE_RATE } from '../audio/frames.ts'
import type { DriftMeter } from './measure-drift.ts'
import type { MeetingTime, Stretch } from './meeting-time.ts'
import { placeRun, type Run } from './place-run.ts'
import type { HoleCause, Placed } from './timeline.ts'

const SAMPLES_PER_MS = SAMPLE_RATE / 1000
/** A joint that fits this well (10 ms) is no hole and no overlap: the sound goes on, and is steered to its place. */
const JOINT = 10 * SAMPLES_PER_MS

/** Whose sound it is, and how its frames tell the time. */
export interface Stream {
  readonly sampleRate: number
  readonly meter: DriftMeter
  /** Why something is missing in it when nobody says why. */
  readonly holes: HoleCause
}

export interface Laying {
  /** How far the track reaches, in samples. */
  readonly reach: number
  /** What was laid since the last call. */
  take(): Placed[]
  /** These frames follow those before them, unless the sound was broken off. */
  lay(stream: Stream, frame: number, samples: Float32Array): void
  /** These frames are lost. */
  lose(stream: Stream, frame: number, length: number): void
  /** The sound ends here, and what is missing up to the next is missing for this reason. */
  breakOff(cause: HoleCause): void
  /** Tells all that lies before this position; the sound may go on at any time. */
  rest(position: number): void
  /** As `breakOff` if sound is going on, and even a small hole is one: it was seen, and is not a moment's error. */
  jump(cause: HoleCause): void
  /** The sound ends, and what was not heard up to this position is missing for this reason. */
  fillTo(position: number, cause: HoleCause): void
}

export function layTrack(time: MeetingTime): Laying {
  let told: Placed[] = []
  let reach = 0
  let run: Run | null = null
  let stretch: Stretch | null = null
  let hole: HoleCause = 'no_device'
  let joint = JOINT

  function fill(length: number, cause: HoleCause): void {
    if (length <= 0) return
    told.push(cause === 'silence' ? { type: 'silence', length } : { type: 'gap', length, cause })
    reach += length
  }

  function tell(samples: Float32Array, { originMs, untilMs }: Stretch): void {
    const room = Math.round((untilMs - originMs) * SAMPLES_PER_MS) - reach
    const piece = samples.length > room ? samples.subarray(0, Math.max(0, room)) : samples
    if (piece.length === 0) return
    told.push({ type: 'samples', samples: piece, deviceMs: originMs + reach / SAMPLES_PER_MS })
    reach += piece.length
  }

  function endRun(): void {
    if (run && stretch) tell(run.finish(), stretch)
    run = null
    stretch = null
  }

  /** Begins a run with the first of these frames that has a place; tells how many have none. */
  function beginRun(stream: Stream, frame: number, length: number, within: Stretch): number {
    const { sampleRate, meter } = stream
    const place = (meter.timeOf(frame) - within.originMs) * SAMPLES_PER_MS
    let skipped = 0
    if (place < reach - joint) {
      joint = 0
      const dueMs = within.originMs + reach / SAMPLES_PER_MS
      skipped = Math.max(0, Math.ceil(meter.frameAt(dueMs)) - frame)
      if (skipped >= length) return length
    } else if (place > reach + joint) {
      fill(Math.round(place) - reach, hole)
    }
    joint = JOINT
    hole = stream.holes
    const { originMs } = within
    run = placeRun({ sampleRate, meter, frame: frame + skipped, position: reach, originMs })
    return skipped
  }

  function layWithin(within: Stretch, stream: Stream, frame: number, samples: Float32Array): void {
    if (stretch?.originMs !== within.originMs) endRun()
    stretch = within
    const skipped = run ? 0 : beginRun(stream, frame, samples.length, within)
    if (run) tell(run.push(samples.subarray(skipped)), within)
  }

  return {
    get reach() {
      return reach
    },
    take() {
      const pieces = told
      told = []
      return pieces
    },
    lay(stream, frame, samples) {
      for (let from = 0; from < samples.length;) {
        const ms = stream.meter.timeOf(frame + from)
        const within = time.stretchAt(ms)
        const passes = ms < within.untilMs
        const untilMs = passes ? within.untilMs : time.resumedAfter(ms)
        const end = Math.ceil(stream.meter.frameAt(untilMs)) - frame
        const to = Math.min(samples.length, Math.max(from + 1, end))
        if (passes) layWithin(within, stream, frame + from, samples.subarray(from, to))
        else endRun()
        from = to
      }
    },
    lose({ meter }, frame, length) {
      const from = time.positionAt(meter.timeOf(frame))
      const to = time.positionAt(meter.timeOf(frame + length))
      if (run) {
        endRun()
        fill(Math.round(to - from), 'overrun')
      } else {
        if (from > reach + JOINT) fill(Math.round(from) - reach, hole)
        fill(Math.round(to) - reach, 'overrun')
      }
    },
    breakOff(cause) {
      endRun()
      hole = cause
      joint = JOINT
    },
    rest(position) {
      if (reach < position) endRun()
    },
    jump(cause) {
      if (!run) return
      endRun()
      hole = cause
      joint = 0
    },
    fillTo(position, cause) {
      endRun()
      if (reach > position - JOINT) return
      fill(Math.round(position) - reach, cause)
      hole = cause
    },
  }
}
