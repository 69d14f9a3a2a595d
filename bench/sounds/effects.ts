/** What happens to a voice on its way: noise, loudness, a telephone line, music. Each returns a new track. */
import { chance } from './random.ts'

const fullScale = 32_767

/** White noise this much under the voice, whose level is taken where it sounds. */
export function noisy(track: Int16Array, snrDb: number, seed: number): Int16Array {
  const luck = chance(seed)
  const peak = levelOf(track) * 10 ** (-snrDb / 20) * Math.sqrt(3)
  return track.map((value) => clipped(value + peak * (2 * luck.next() - 1)))
}

/** What is too loud is cut off. */
export function louder(track: Int16Array, gainDb: number): Int16Array {
  const gain = 10 ** (gainDb / 20)
  return track.map((value) => clipped(value * gain))
}

/** Both at once on one track, the second this much under the first. */
export function mixed(track: Int16Array, other: Int16Array, underDb: number): Int16Array {
  const gain = (levelOf(track) / Math.max(1, levelOf(other))) * 10 ** (-underDb / 20)
  return track.map((value, n) => clipped(value + gain * (other[n] ?? 0)))
}

/** A telephone line: 300 to 3400 Hz, every second sample, eight logarithmic bits. */
export function telephone(track: Int16Array): Int16Array {
  const narrow = filtered(track, band)
  const coarse = narrow.map((value, n) => (n % 2 === 0 ? companded(value) : 0))
  // Half of the samples are gone, and half of the loudness with them.
  return Int16Array.from(filtered(coarse, band), (value) => clipped(2 * value))
}

/** The level where something sounds, in steps of 16 bits. */
function levelOf(track: Int16Array): number {
  let power = 0
  let count = 0
  for (const value of track) {
    if (Math.abs(value) < 200) continue
    power += value * value
    count++
  }
  return Math.sqrt(power / Math.max(1, count))
}

function clipped(value: number): number {
  return Math.round(Math.max(-fullScale - 1, Math.min(fullScale, value)))
}

/** µ-law there and back. */
function companded(value: number): number {
  const mu = 255
  const share = Math.min(1, Math.abs(value) / fullScale)
  const code = Math.round((127 * Math.log1p(mu * share)) / Math.log1p(mu))
  return (Math.sign(value) * fullScale * Math.expm1((code / 127) * Math.log1p(mu))) / mu
}

const band = bandPass(300 / 16_000, 3400 / 16_000, 129)

/** A windowed difference of two ideal low passes; frequencies as shares of the sample rate. */
function bandPass(low: number, high: number, taps: number): Float64Array {
  const middle = (taps - 1) / 2
  const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
  return Float64Array.from({ length: taps }, (_, n) => {
    const x = n - middle
    const window = 0.54 - 0.46 * Math.cos((2 * Math.PI * n) / (taps - 1))
    return window * (2 * high * sinc(2 * high * x) - 2 * low * sinc(2 * low * x))
  })
}

function filtered(track: ArrayLike<number>, taps: Float64Array): Float64Array {
  const result = new Float64Array(track.length)
  const middle = (taps.length - 1) / 2
  for (let n = 0; n < result.length; n++) {
    let sum = 0
    for (let k = 0; k < taps.length; k++) sum += (taps[k] ?? 0) * (track[n + middle - k] ?? 0)
    result[n] = sum
  }
  return result
}
