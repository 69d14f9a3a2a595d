import { toSamples } from './frames.ts'

/** The sound that is judged at a time, and how far apart judgements lie. */
const frame = toSamples(30)
const step = toSamples(5)

/** Where sound is quietest: the middle of the softest 30 ms, counted from the first sample; the middle of what is shorter. */
export function quietestPlace(samples: Int16Array): number {
  let best = { at: samples.length >> 1, power: Infinity }
  for (let from = 0; from + frame <= samples.length; from += step) {
    const power = powerOf(samples.subarray(from, from + frame))
    if (power < best.power) best = { at: from + (frame >> 1), power }
  }
  return best.at
}

function powerOf(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return sum
}
