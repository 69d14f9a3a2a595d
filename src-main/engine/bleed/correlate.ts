/**
 * Compares two tracks: how much later one hears what the other plays, and how much of what it hears is
 * just that. Works on the band from 150 to 1800 Hz, which every loudspeaker plays and every microphone hears, at
 * a quarter of the sample rate. Loudness does not matter anywhere.
 */
import { toFloat32 } from '../audio/frames.ts'
import { lowPass } from '../audio/kaiser.ts'
import { changeRate, filterBank } from '../audio/polyphase.ts'
import { fourier } from './fourier.ts'

/** Samples of a track for each sample of its band. */
export const THINNING = 4

const thinning = filterBank(1, THINNING, lowPass(1700 / 16_000, 2300 / 16_000, 50))

/** The band of a track that is compared. Both tracks pass the same filters, so nothing moves between them. */
export function bandOf(samples: Int16Array): Float64Array {
  const change = changeRate(thinning)
  const length = Math.ceil(samples.length / THINNING)
  const band = new Float64Array(length)
  const begun = change.push(toFloat32(samples))
  band.set(begun)
  band.set(change.finish(length), begun.length)
  // The difference of neighbours evens out the fall of speech towards high tones, and removes hum.
  for (let n = length - 1; n > 0; n--) band[n] = (band[n] ?? 0) - (band[n - 1] ?? 0)
  if (length > 0) band[0] = 0
  return band
}

/**
 * Sums are taken over blocks of about a second. What is heard and what was played meanwhile fit into one transform, for
 * up to as many lags as a block is long.
 */
const blockLength = 4096
const transform = fourier(2 * blockLength)

export interface Lag {
  /** How many samples of the band `heard` is behind. */
  readonly lag: number
  /** How far the best lag stands out, in standard deviations of all lags. */
  readonly distinct: number
}

/**
 * The lag at which `heard` agrees best with `played`. Sample n of `heard` lies at sample n + `ahead` of `played`,
 * which reaches back by `ahead` and forward by `behind` samples more than `heard`.
 *
 * Tones are weighted nearly alike (most of their strength is divided out): so a few strong ones, as every voice
 * has them, do not blur the lag, and neither does a room.
 */
export function findLag(
  heard: Float64Array,
  played: Float64Array,
  { ahead, behind }: { readonly ahead: number; readonly behind: number },
): Lag {
  const { length } = transform
  const sum = { re: new Float64Array(length), im: new Float64Array(length) }
  for (let from = 0; from < heard.length; from += blockLength) {
    const a = heard.subarray(from, from + blockLength)
    addCrossSpectrum(sum, a, played.subarray(from, from + a.length + ahead + behind))
  }
  flatten(sum)
  transform.inverse(sum)
  let best = 0
  let power = 0
  for (let k = 0; k <= ahead + behind; k++) {
    const value = sum.re[k] ?? 0
    power += value * value
    if (Math.abs(value) > Math.abs(sum.re[best] ?? 0)) best = k
  }
  const usual = Math.sqrt(power / (ahead + behind + 1))
  return { lag: ahead - best, distinct: usual > 0 ? Math.abs(sum.re[best] ?? 0) / usual : 0 }
}

type Spectrum = { readonly re: Float64Array; readonly im: Float64Array }

/** Both signals go through one transform, as its real and its imaginary part. */
function addCrossSpectrum(sum: Spectrum, heard: Float64Array, played: Float64Array): void {
  const { length } = transform
  const both = { re: new Float64Array(length), im: new Float64Array(length) }
  both.re.set(heard)
  both.im.set(played)
  transform.forward(both)
  for (let k = 0; k < length; k++) {
    const m = (length - k) % length
    const [zRe, zIm] = [both.re[k] ?? 0, both.im[k] ?? 0]
    const [yRe, yIm] = [both.re[m] ?? 0, -(both.im[m] ?? 0)]
    const [hRe, hIm] = [(zRe + yRe) / 2, (zIm + yIm) / 2]
    const [pRe, pIm] = [(zIm - yIm) / 2, (yRe - zRe) / 2]
    sum.re[k] = (sum.re[k] ?? 0) + hRe * pRe + hIm * pIm
    sum.im[k] = (sum.im[k] ?? 0) + hRe * pIm - hIm * pRe
  }
}

/** How much of a tone's strength is divided out: 1 would count empty tones like full ones. */
const evenness = 0.7

function flatten({ re, im }: Spectrum): void {
  for (let k = 0; k < re.length; k++) {
    const strength = Math.hypot(re[k] ?? 0, im[k] ?? 0)
    const weight = strength > 0 ? strength ** -evenness : 0
    re[k] = (re[k] ?? 0) * weight
    im[k] = (im[k] ?? 0) * weight
  }
}
