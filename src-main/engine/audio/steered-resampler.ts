/**
 * Brings one channel from a device whose clock runs a little wrong to 16 kHz of true time, in pieces of any size.
 *
 * A short filter lays the input on 24 kHz at places that may shift by any fraction; a sharp one with a fixed
 * ratio does the rest. So only the short one pays for interpolating between phases. What passes and what
 * is stopped is as in `resample.ts`.
 */
import { SAMPLE_RATE } from './frames.ts'
import { type LowPass, lowPass } from './kaiser.ts'
import { interpolatedRows, type Rows, varyRate } from './polyphase.ts'
import { MIDDLE_RATE, twoThirds } from './two-thirds.ts'

const ATTENUATION_DB = 84
const PASS_SHARE = 0.9
const MIDDLE_STEPS = MIDDLE_RATE / SAMPLE_RATE

export interface SteeredResampler {
  /**
   * Takes in a piece; gives what can be told of the output so far. `pace` is how many seconds of the
   * device's samples make a true second from here on.
   */
  push(input: Float32Array, pace: number): Float32Array
  /** The rest: what lies before the end of the input. */
  finish(): Float32Array
  /** The next step of the output that is not computed yet lies here: in output samples, and in input samples. */
  readonly next: { readonly output: number; readonly input: number }
}

/** A resampler for one channel at `rate`, a whole number of samples a second. The first output is the first input. */
export function steeredResampler(rate: number): SteeredResampler {
  const first = varyRate(filterFor(rate))
  const last = twoThirds()
  let middle = 0

  return {
    push(input, pace) {
      const piece = first.push(input, (rate / MIDDLE_RATE) * pace)
      middle += piece.length
      return last.push(piece)
    },
    finish() {
      const piece = first.finish()
      middle += piece.length
      const head = last.push(piece)
      const tail = last.finish(Math.ceil(middle / MIDDLE_STEPS))
      const rest = new Float32Array(head.length + tail.length)
      rest.set(head)
      rest.set(tail, head.length)
      return rest
    },
    get next() {
      return { output: middle / MIDDLE_STEPS, input: first.place }
    },
  }
}

/** Rows take milliseconds to make and serve any number of channels; devices have few rates. */
const known = new Map<number, Rows>()

function filterFor(rate: number): Rows {
  if (!Number.isInteger(rate) || rate <= 0) throw new RangeError(`Not a sample rate: ${rate}`)
  const rows = known.get(rate) ?? interpolatedRows(shortFilter(rate))
  known.set(rate, rows)
  return rows
}

/**
 * What would fold to below 8 kHz is stopped here; what folds to above is left to the sharp filter. Images of the
 * input begin at half its rate: only below 16 kHz do they lie where the sharp filter lets pass.
 */
function shortFilter(rate: number): LowPass {
  const band = Math.min(rate, SAMPLE_RATE) / 2
  const stop = rate < SAMPLE_RATE ? band : MIDDLE_RATE - band
  return lowPass((band * PASS_SHARE) / rate, stop / rate, ATTENUATION_DB)
}
