/**
 * Changes the rate of one channel, in pieces of any size: by a ratio of two whole numbers, or by one that varies.
 *
 * An output is the filtered input at exactly its place: nothing is delayed, and at a fixed ratio nothing
 * depends on how the input was cut. What lies outside the input counts as silence.
 */
import type { LowPass } from './kaiser.ts'

/** The filter, once per phase: the places between two input samples at which an output can lie. */
export interface Rows {
  /** Weights in a row; a multiple of four. */
  readonly taps: number
  /** Rows to an input sample; there is one more, because interpolation looks at the next. */
  readonly phases: number
  readonly rows: Float64Array
}

/** The rows for a fixed ratio. With fewer rows than `up`, neighbours are interpolated. */
export interface Bank extends Rows {
  /** Outputs lie `down` phases apart, and there are `up` phases to an input sample. */
  readonly up: number
  readonly down: number
}

export interface RateChange {
  /** Takes in a piece; gives what can be told of the output so far. */
  push(input: Float32Array): Float32Array
  /** The rest, so that all output together has this length. */
  finish(length: number): Float32Array
}

export interface VaryingRate {
  /** Takes in a piece; gives what can be told of the output so far, from here on `step` input samples apart. */
  push(input: Float32Array, step: number): Float32Array
  /** The rest: what lies before the end of the input. */
  finish(): Float32Array
  /** Where the next output lies, in input samples. */
  readonly place: number
}

/** Up to this many phases have rows of their own; odder ratios interpolate (error below -100 dB). */
const MOST_EXACT_PHASES = 1000
const INTERPOLATED_PHASES = 512

/** The rows for a ratio. */
export function filterBank(up: number, down: number, filter: LowPass): Bank {
  return { up, down, ...rowsOf(filter, up <= MOST_EXACT_PHASES ? up : INTERPOLATED_PHASES) }
}

/** The rows for outputs at any place. */
export function interpolatedRows(filter: LowPass): Rows {
  return rowsOf(filter, INTERPOLATED_PHASES)
}

function rowsOf(filter: LowPass, phases: number): Rows {
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
  return { taps, phases, rows }
}

export function changeRate(bank: Bank): RateChange {
  const { up, down, taps } = bank
  const half = taps / 2
  const before = half - 1
  const held = holdInput(taps)
  let produced = 0
  // The next output lies at input sample `base`, plus `phase / up` of one.
  let base = 0
  let phase = 0

  function produce(count: number): Float32Array {
    const output = new Float32Array(Math.max(0, count))
    const { samples, start } = held
    for (let n = 0; n < output.length; n++) {
      const from = base - before - start
      output[n] =
        bank.phases === up
          ? dot(bank.rows, phase * taps, samples, from, taps)
          : interpolate(bank, (phase * bank.phases) / up, samples, from)
      phase += down
      base += Math.floor(phase / up)
      phase %= up
    }
    produced += output.length
    return output
  }

  return {
    push(input) {
      held.add(input, base - before)
      // Output n needs input up to floor(n * down / up) + half.
      const reachable = held.end - half
      return produce(Math.ceil((reachable * up) / down) - produced)
    },
    finish(length) {
      // Enough silence for the last output, wherever it lies.
      held.add(new Float32Array(taps + Math.ceil(down / up)), base - before)
      return produce(length - produced)
    },
  }
}

/** The first output lies at the first input sample. */
export function varyRate(bank: Rows): VaryingRate {
  const { taps, phases } = bank
  const half = taps / 2
  const before = half - 1
  const held = holdInput(taps)
  let consumed = 0
  let lastStep = 1
  // The next output lies at input sample `base`, plus `between` (0 to 1).
  let base = 0
  let between = 0

  function produceUpTo(end: number, step: number): Float32Array {
    const count = Math.max(0, Math.ceil((end - base - between) / step))
    const output = new Float32Array(count)
    const { samples, start } = held
    // Counted in variables of its own: a fraction that is kept outside is a new object each time.
    let sample = base
    let part = between
    for (let n = 0; n < count; n++) {
      output[n] = blend(bank, part * phases, samples, sample - before - start)
      part += step
      const whole = Math.floor(part)
      sample += whole
      part -= whole
    }
    base = sample
    between = part
    return output
  }

  return {
    push(input, step) {
      consumed += input.length
      lastStep = step
      held.add(input, base - before)
      return produceUpTo(held.end - half, step)
    },
    finish() {
      held.add(new Float32Array(2 * taps), base - before)
      return produceUpTo(consumed, lastStep)
    },
    get place() {
      return base + between
    },
  }
}

/** The input that outputs still need, in double precision: the inner loop then never converts. */
interface HeldInput {
  samples: Float64Array
  /** The place of the first held sample in the whole input, and the place after the last. */
  start: number
  end: number
  /** Takes in a piece; what lies before `needed` may be forgotten. */
  add(input: Float32Array, needed: number): void
}

export function holdInput(taps: number): HeldInput {
  const before = taps / 2 - 1
  return {
    samples: new Float64Array(before + 4 * taps),
    start: -before,
    end: 0,
    add(input, needed) {
      const filled = this.end - this.start
      const keepFrom = Math.min(Math.max(0, needed - this.start), filled)
      const kept = filled - keepFrom
      if (kept + input.length > this.samples.length) {
        const larger = new Float64Array(kept + input.length + taps)
        larger.set(this.samples.subarray(keepFrom, filled))
        this.samples = larger
      } else {
        this.samples.copyWithin(0, keepFrom, filled)
      }
      this.samples.set(input, kept)
      this.start += keepFrom
      this.end += input.length
    },
  }
}

/** `place` counts rows, and may lie between two. */
function interpolate(bank: Rows, place: number, held: Float64Array, from: number): number {
  const { taps, rows } = bank
  const row = Math.floor(place)
  const near = dot(rows, row * taps, held, from, taps)
  const far = dot(rows, (row + 1) * taps, held, from, taps)
  return near + (far - near) * (place - row)
}

/** The same to the last bits but one, in a third less time: both rows are weighed in one walk. */
function blend({ taps, rows }: Rows, place: number, held: Float64Array, from: number): number {
  const row = Math.floor(place)
  let near0 = 0
  let near1 = 0
  let far0 = 0
  let far1 = 0
  for (let i = row * taps, j = from; j < from + taps; i += 2, j += 2) {
    const x0 = held[j] ?? 0
    const x1 = held[j + 1] ?? 0
    near0 += (rows[i] ?? 0) * x0
    near1 += (rows[i + 1] ?? 0) * x1
    far0 += (rows[i + taps] ?? 0) * x0
    far1 += (rows[i + taps + 1] ?? 0) * x1
  }
  const near = near0 + near1
  return near + (far0 + far1 - near) * (place - row)
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
