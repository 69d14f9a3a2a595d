/**
 * Changes the rate of one channel by a ratio of two whole numbers, in pieces of any size.
 *
 * Output n is the filtered input at exactly the time `n * down / up` input samples: nothing is
 * delayed, and nothing depends on how the input was cut. What lies outside the input counts as silence.
 */
import type { LowPass } from './kaiser.ts'

/** The filter, once per phase: the places between two input samples at which an output can lie. */
export interface Bank {
  /** Outputs lie `down` phases apart, and there are `up` phases to an input sample. */
  readonly up: number
  readonly down: number
  /** Weights in a row; a multiple of four. */
  readonly taps: number
  /** Rows to an input sample: `up`, or fewer, and then neighbours are interpolated. */
  readonly phases: number
  readonly rows: Float64Array
}

export interface RateChange {
  /** Takes in a piece; gives what can be told of the output so far. */
  push(input: Float32Array): Float32Array
  /** The rest, so that all output together has this length. */
  finish(length: number): Float32Array
}

/** Up to this many phases have rows of their own; odder ratios interpolate (error below -100 dB). */
const MOST_EXACT_PHASES = 1000
const INTERPOLATED_PHASES = 512

/** The rows for a ratio. One more than there are phases, because interpolation looks at the next. */
export function filterBank(up: number, down: number, filter: LowPass): Bank {
  const phases = up <= MOST_EXACT_PHASES ? up : INTERPOLATED_PHASES
  const half = Math.ceil(filter.reach / 2) * 2
  const taps = 2 * half
  const rows = new Float64Array((phases + 1) * taps)
  for (let phase = 0; phase <= phases; phase++) {
    const weights = Array.from({ length: taps }, (_, k) =>
      filter.weight(k - half + 1 - phase / phases),
    )
    // Every phase passes a constant level exactly: otherwise the phases would hum at their own rate.
    const sum = weights.reduce((a, b) => a + b, 0)
    rows.set(
      weights.map((weight) => weight / sum),
      phase * taps,
    )
  }
  return { up, down, taps, phases, rows }
}

export function changeRate(bank: Bank): RateChange {
  const { up, down, taps } = bank
  const half = taps / 2
  const before = half - 1
  // Input from sample `start` on, in double precision: the inner loop then never converts.
  let held = new Float64Array(before + 4 * taps)
  let start = -before
  let filled = before
  let produced = 0
  // The next output lies at input sample `base`, plus `phase / up` of one.
  let base = 0
  let phase = 0

  function hold(input: Float32Array): void {
    const keepFrom = Math.min(Math.max(0, base - before - start), filled)
    const kept = filled - keepFrom
    if (kept + input.length > held.length) {
      const larger = new Float64Array(kept + input.length + taps)
      larger.set(held.subarray(keepFrom, filled))
      held = larger
    } else {
      held.copyWithin(0, keepFrom, filled)
    }
    held.set(input, kept)
    start += keepFrom
    filled = kept + input.length
  }

  function produce(count: number): Float32Array {
    const output = new Float32Array(Math.max(0, count))
    for (let n = 0; n < output.length; n++) {
      output[n] = valueAt(bank, held, base - before - start, phase)
      phase += down
      base += Math.floor(phase / up)
      phase %= up
    }
    produced += output.length
    return output
  }

  return {
    push(input) {
      hold(input)
      // Output n needs input up to floor(n * down / up) + half.
      const reachable = start + filled - half
      return produce(Math.ceil((reachable * up) / down) - produced)
    },
    finish(length) {
      // Enough silence for the last output, wherever it lies.
      hold(new Float32Array(taps + Math.ceil(down / up)))
      return produce(length - produced)
    },
  }
}

function valueAt(bank: Bank, held: Float64Array, from: number, phase: number): number {
  const { taps, phases, up, rows } = bank
  if (phases === up) return dot(rows, phase * taps, held, from, taps)
  const place = (phase * phases) / up
  const row = Math.floor(place)
  const near = dot(rows, row * taps, held, from, taps)
  const far = dot(rows, (row + 1) * taps, held, from, taps)
  return near + (far - near) * (place - row)
}

/** Four sums side by side, so that the processor need not wait for each addition. */
function dot(a: Float64Array, atA: number, b: Float64Array, atB: number, count: number): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let i = atA, j = atB; i < atA + count; i += 4, j += 4) {
    s0 += (a[i] ?? 0) * (b[j] ?? 0)
    s1 += (a[i + 1] ?? 0) * (b[j + 1] ?? 0)
    s2 += (a[i + 2] ?? 0) * (b[j + 2] ?? 0)
    s3 += (a[i + 3] ?? 0) * (b[j + 3] ?? 0)
  }
  return s0 + s1 + (s2 + s3)
}
