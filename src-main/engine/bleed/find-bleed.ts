/** Finds out whether a stretch of the microphone holds what the loudspeaker played, and where. */
import { toSamples } from '../audio/frames.ts'
import { bandOf, findLag, THINNING } from './correlate.ts'
import { predict } from './echo-path.ts'

/**
 * How much earlier and later than heard a sound may have been played, in samples of a track. Sound goes through
 * buffers on both ways; that it is heard before it was played is only the clocks' difference.
 */
export const reach = { ahead: toSamples(500), behind: toSamples(20) } as const

/** A stretch of the microphone in which the loudspeaker was found. Positions count from its first sample. */
export interface Bleed {
  /** How many samples after being played it was heard. */
  readonly lag: number
  /** How much of the sound in `[from, to)` is what was played, by power: 0 none, 1 all. */
  share(from: number, to: number): number
}

/** Softer than this nothing that was played can be heard as words: 66 dB under full scale. */
const inaudible = 16
/** Softer than this there is nothing to compare: the last bit of a sample. */
const nothing = 1

/**
 * How far the lag must stand out. Two voices that have nothing to do with each other stay below 11 in 99 of 100
 * stretches; a room at its worst, with clocks that run apart, gives 10 to 20, and a plain one 30 to 40.
 */
const distinctFrom = 9

/** A stretch much shorter than a word cannot be told from chance. */
const shortest = toSamples(200)

/** Whether what was played can be heard as words at all. */
export function isAudible(played: Int16Array): boolean {
  return power(played) >= inaudible ** 2
}

/**
 * `played` is what was played meanwhile: it begins `reach.ahead` samples before `heard` and ends
 * `reach.behind` after it.
 */
export function findBleed(heard: Int16Array, played: Int16Array): Bleed | null {
  if (heard.length < shortest || power(heard) < nothing ** 2 || !isAudible(played)) return null
  const ahead = reach.ahead / THINNING
  const behind = reach.behind / THINNING
  const heardBand = bandOf(heard)
  const playedBand = bandOf(played)
  const { lag, distinct } = findLag(heardBand, playedBand, { ahead, behind })
  if (distinct < distinctFrom) return null
  const predicted = predict(heardBand, playedBand, ahead, lag)
  return {
    lag: lag * THINNING,
    share: (from, to) =>
      sharedPower(heardBand, predicted, Math.floor(from / THINNING), Math.ceil(to / THINNING)),
  }
}

function power(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return sum / samples.length
}

/** The squared correlation: it does not change with the loudness of either. */
function sharedPower(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let [own, other, both] = [0, 0, 0]
  for (let n = Math.max(0, from); n < Math.min(to, a.length); n++) {
    const [x, y] = [a[n] ?? 0, b[n] ?? 0]
    own += x * x
    other += y * y
    both += x * y
  }
  return both > 0 ? (both * both) / (own * other) : 0
}
