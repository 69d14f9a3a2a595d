/** A run: sound of one device without a hole, laid on the track sample by sample and steered to its true place. */
import { SAMPLE_RATE } from '../audio/frames.ts'
import { steeredResampler } from '../audio/steered-resampler.ts'
import type { DriftMeter } from './measure-drift.ts'
import { steerPace } from './steer-pace.ts'

export interface RunStart {
  readonly sampleRate: number
  readonly meter: DriftMeter
  /** The first frame of the run, and the position of the track where it lies. */
  readonly frame: number
  readonly position: number
  /** When sample 0 of the track would have been heard. */
  readonly originMs: number
}

export interface Run {
  readonly originMs: number
  /** The frames that follow those so far. */
  push(samples: Float32Array): Float32Array
  /** The rest. */
  finish(): Float32Array
}

export function placeRun({ sampleRate, meter, frame, position, originMs }: RunStart): Run {
  const lane = steeredResampler(sampleRate)
  let { pace } = meter

  function behindMs(): number {
    const { output, input } = lane.next
    const dueMs = originMs + ((position + output) * 1000) / SAMPLE_RATE
    return ((meter.frameAt(dueMs) - frame - input) * 1000) / sampleRate
  }

  return {
    originMs,
    push(samples) {
      const spanMs = (samples.length * 1000) / sampleRate
      pace = steerPace(pace, meter.pace, { behindMs: behindMs(), spanMs })
      return lane.push(samples, pace)
    },
    finish: () => lane.finish(),
  }
}
