/** How loud a track is: for the eye, twenty times in a second of its own time. */
import { SAMPLE_RATE } from '../audio/frames.ts'

const WINDOW = SAMPLE_RATE / 20

export interface Loudness {
  /** The largest sample and the root of the mean square, full scale at 1. */
  readonly peak: number
  readonly rms: number
}

export interface LevelMeter {
  push(samples: Float32Array): void
  /** The loudest of the windows (50 ms) that are full since the last call, so that no short sound is missed; else the last. */
  take(): Loudness
}

const SILENCE: Loudness = { peak: 0, rms: 0 }

export function levelMeter(): LevelMeter {
  let filled = 0
  let peak = 0
  let power = 0
  let shown = SILENCE
  let fresh = SILENCE
  let full = false

  function close(): void {
    const rms = Math.sqrt(power / WINDOW)
    fresh = full
      ? { peak: Math.max(peak, fresh.peak), rms: Math.max(rms, fresh.rms) }
      : { peak, rms }
    full = true
    filled = 0
    peak = 0
    power = 0
  }

  /** Sums in variables of its own: a fraction that is kept outside is a new object for each sample. */
  function add(samples: Float32Array, from: number, to: number): void {
    let largest = peak
    let sum = power
    for (let i = from; i < to; i++) {
      const sample = samples[i] ?? 0
      const size = Math.abs(sample)
      if (size > largest) largest = size
      sum += sample * sample
    }
    peak = largest
    power = sum
  }

  return {
    push(samples) {
      for (let from = 0; from < samples.length;) {
        const to = Math.min(samples.length, from + WINDOW - filled)
        add(samples, from, to)
        filled += to - from
        if (filled === WINDOW) close()
        from = to
      }
    },
    take() {
      if (full) shown = fresh
      full = false
      return shown
    },
  }
}
