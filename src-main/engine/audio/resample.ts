/**
 * Brings one channel from any rate to 16 kHz, in pieces of any size.
 *
 * Output sample n is the input at exactly the time n / 16000: sample positions stay true times.
 * Speech passes unchanged up to 7.2 kHz (90 % of what the slower of the two rates can carry); from
 * 8 kHz on, whatever could fold back is more than 80 dB down.
 */
import { SAMPLE_RATE } from './frames.ts'
import { lowPass } from './kaiser.ts'
import { type Bank, changeRate, filterBank } from './polyphase.ts'

const ATTENUATION_DB = 84
const PASS_SHARE = 0.9
/** High rates come down in two steps, a short filter and then the sharp one: a third less work at 48 kHz. */
const MIDDLE_RATE = 22_000

export interface Resampler {
  /** Takes in a piece; gives what can be told of the output so far. */
  push(input: Float32Array): Float32Array
  /** The rest. All output together is `resampledLength` long. */
  finish(): Float32Array
}

/** How many samples at 16 kHz cover as much time as `length` samples at `rate`. */
export function resampledLength(length: number, rate: number): number {
  return Math.ceil((length * SAMPLE_RATE) / rate)
}

/** A resampler for one channel at `rate`, a whole number of samples a second. */
export function resampler(rate: number): Resampler {
  if (!Number.isInteger(rate) || rate <= 0) throw new RangeError(`Not a sample rate: ${rate}`)
  if (rate === SAMPLE_RATE) return { push: (input) => input, finish: () => new Float32Array(0) }
  const { first, last } = banksFor(rate)
  const decimate = first && changeRate(first)
  const sharp = changeRate(last)
  let consumed = 0

  return {
    push(input) {
      consumed += input.length
      return sharp.push(decimate ? decimate.push(input) : input)
    },
    finish() {
      const length = resampledLength(consumed, rate)
      if (!first || !decimate) return sharp.finish(length)
      const head = sharp.push(decimate.finish(Math.ceil(consumed / first.down)))
      const tail = sharp.finish(length)
      const rest = new Float32Array(head.length + tail.length)
      rest.set(head)
      rest.set(tail, head.length)
      return rest
    },
  }
}

interface Banks {
  readonly first: Bank | null
  readonly last: Bank
}

/** Banks take milliseconds to make, serve any number of channels, and files have few rates. */
const known = new Map<number, Banks>()

function banksFor(rate: number): Banks {
  const banks = known.get(rate) ?? makeBanks(rate)
  known.set(rate, banks)
  return banks
}

function makeBanks(rate: number): Banks {
  const factor = Math.max(1, Math.floor(rate / MIDDLE_RATE))
  const common = gcd(SAMPLE_RATE * factor, rate)
  const band = Math.min(rate, SAMPLE_RATE) / 2
  const middle = rate / factor
  const sharp = lowPass((band * PASS_SHARE) / middle, band / middle, ATTENUATION_DB)
  // What folds to above `band` here is removed by the sharp filter.
  const short = lowPass((band * PASS_SHARE) / rate, (middle - band) / rate, ATTENUATION_DB)
  return {
    first: factor === 1 ? null : filterBank(1, factor, short),
    last: filterBank((SAMPLE_RATE * factor) / common, rate / common, sharp),
  }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
