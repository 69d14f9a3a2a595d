/** Where moments lie on a track: the time of the meeting, which stands still while it is paused. */
import { SAMPLE_RATE } from '../audio/frames.ts'

const SAMPLES_PER_MS = SAMPLE_RATE / 1000

/** A stretch of time that passes on the track. Its end becomes known when it is paused. */
export interface Stretch {
  /** When it began; without a beginning for the first, so that what lies before the meeting has a place, below 0. */
  readonly fromMs: number
  /** When a pause ended it; infinite while it lasts. */
  readonly untilMs: number
  /** When sample 0 of the track would have been heard, by this stretch. */
  readonly originMs: number
}

export interface MeetingTime {
  readonly paused: boolean
  /** The last stretch that had begun by this moment. It may have ended before it. */
  stretchAt(ms: number): Stretch
  /** When the next stretch begins; infinite when it is not known. */
  resumedAfter(ms: number): number
  /** In samples; what lies in a pause lies at its beginning. */
  positionAt(ms: number): number
  pause(ms: number): void
  resume(ms: number): void
}

export function meetingTime(originMs: number): MeetingTime {
  let last = { fromMs: -Infinity, untilMs: Infinity, originMs }
  const stretches = [last]

  const time: MeetingTime = {
    get paused() {
      return last.untilMs < Infinity
    },
    stretchAt: (ms) => stretches.findLast(({ fromMs }) => fromMs <= ms) ?? last,
    resumedAfter: (ms) => stretches.find(({ fromMs }) => fromMs > ms)?.fromMs ?? Infinity,
    positionAt(ms) {
      const stretch = time.stretchAt(ms)
      return (Math.min(ms, stretch.untilMs) - stretch.originMs) * SAMPLES_PER_MS
    },
    pause(ms) {
      if (!time.paused) last.untilMs = Math.max(ms, last.fromMs)
    },
    resume(ms) {
      if (!time.paused) return
      const fromMs = Math.max(ms, last.untilMs)
      last = { fromMs, untilMs: Infinity, originMs: last.originMs + fromMs - last.untilMs }
      stretches.push(last)
    },
  }
  return time
}
