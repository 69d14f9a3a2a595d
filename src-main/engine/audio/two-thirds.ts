/**
 * Brings one channel from 24 kHz to 16 kHz, in pieces of any size: what `changeRate` does at this one ratio, at
 * half its cost. Every second output has the same weights, so four of them are summed side by side and each weight
 * is read once.
 */
import { SAMPLE_RATE } from './frames.ts'
import { lowPass } from './kaiser.ts'
import { filterBank, holdInput, type RateChange } from './polyphase.ts'

export const MIDDLE_RATE = (SAMPLE_RATE * 3) / 2

/** Passes up to 90 % of 8 kHz; from 8 kHz on everything is 84 dB down. */
const { rows, taps } = filterBank(
  2,
  3,
  lowPass((SAMPLE_RATE * 0.45) / MIDDLE_RATE, SAMPLE_RATE / 2 / MIDDLE_RATE, 84),
)
const HALF = taps / 2
const BEFORE = HALF - 1
/** Inputs and outputs of one round. */
const IN = 12
const OUT = 8

export function twoThirds(): RateChange {
  const held = holdInput(taps)
  let base = 0
  let produced = 0

  function produce(rounds: number): Float32Array {
    const output = new Float32Array(Math.max(0, rounds) * OUT)
    for (let n = 0; n < output.length; n += OUT) {
      const from = base - BEFORE - held.start
      sumFour(0, held.samples, { from, output, at: n })
      sumFour(taps, held.samples, { from: from + 1, output, at: n + 1 })
      base += IN
    }
    produced += output.length
    return output
  }

  return {
    push(input) {
      held.add(input, base - BEFORE)
      // The last output of a round lies behind input 10.
      return produce(Math.floor((held.end - HALF - 10 - base - 1) / IN) + 1)
    },
    finish(length) {
      const missing = length - produced
      held.add(new Float32Array(taps + 2 * IN), base - BEFORE)
      return produce(Math.ceil(missing / OUT)).subarray(0, missing)
    },
  }
}

interface Four {
  readonly from: number
  readonly output: Float32Array
  readonly at: number
}

/** Every second output from `at` on, by the row of weights that begins at `row`. */
function sumFour(row: number, held: Float64Array, { from, output, at }: Four): void {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  for (let i = row, j = from; i < row + taps; i++, j++) {
    const weight = rows[i] ?? 0
    s0 += weight * (held[j] ?? 0)
    s1 += weight * (held[j + 3] ?? 0)
    s2 += weight * (held[j + 6] ?? 0)
    s3 += weight * (held[j + 9] ?? 0)
  }
  output[at] = s0
  output[at + 2] = s1
  output[at + 4] = s2
  output[at + 6] = s3
}
