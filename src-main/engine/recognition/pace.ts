/**
 * What is given up, step by step, so that text keeps up with the sound on a machine that is slow or busy, and how it
 * comes back. Steps are left upwards at once and downwards only after a calm while, or they would flutter. Nothing is ever
 * skipped: what is given up is how soon and how often, never what. Time is counted in sound; pure.
 */
export interface Pace {
  readonly step: Step
  /** How far text was behind, in milliseconds, at which time of the sound. */
  readonly lags: ReadonlyArray<{ readonly atMs: number; readonly lagMs: number }>
  /** Since when text has been close behind; null while it is not. */
  readonly calmSinceMs: number | null
}

export type Step = 0 | 1 | 2 | 3 | 4 | 5

export interface PaceRules {
  /** A step is entered when the lag exceeds this, for steps 1 to 5. */
  readonly enterMs: readonly [number, number, number, number, number]
  /** The lag that counts is exceeded by one in ten of those of this time. */
  readonly windowMs: number
  /** One step back after so long below `calmMs`. */
  readonly calmMs: number
  readonly calmForMs: number
}

export const paceRules: PaceRules = {
  enterMs: [1_500, 2_000, 3_000, 5_000, 10_000],
  windowMs: 20_000,
  calmMs: 700,
  calmForMs: 30_000,
}

/** One late text, as the first one while the model is loaded, is no pace. */
const fewest = 3

export const steady: Pace = { step: 0, lags: [], calmSinceMs: null }

/** Takes in how far text was behind at a time of the sound. Times of two tracks may come a little out of order. */
export function paceAfter(pace: Pace, atMs: number, lagMs: number, rules = paceRules): Pace {
  const lags = [...pace.lags, { atMs, lagMs }].filter((lag) => lag.atMs > atMs - rules.windowMs)
  const typicalMs = lags.length < fewest ? 0 : nineInTen(lags.map((lag) => lag.lagMs))
  const wanted = stepFor(Math.min(typicalMs, Math.max(lagMs, 0)), rules)
  if (wanted > pace.step) return { step: wanted, lags, calmSinceMs: null }
  if (lagMs > rules.calmMs) return { step: pace.step, lags, calmSinceMs: null }
  const calmSinceMs = pace.calmSinceMs ?? atMs
  if (pace.step === 0 || atMs - calmSinceMs < rules.calmForMs)
    return { step: pace.step, lags, calmSinceMs }
  return { step: stepBelow(pace.step), lags: [], calmSinceMs: atMs }
}

function stepFor(lagMs: number, { enterMs }: PaceRules): Step {
  return enterMs.filter((limit) => lagMs > limit).length as Step
}

function stepBelow(step: Step): Step {
  return Math.max(0, step - 1) as Step
}

function nineInTen(lags: readonly number[]): number {
  const sorted = lags.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(0.9 * sorted.length) - 1)] ?? 0
}

/** How a live meeting is decoded at a step. */
export interface Effort {
  /** Looks come so many times less often; null: none, an utterance is decoded once, at its end. */
  readonly slower: number | null
  /** One thread, though the machine has more: threads that wait for each other on a busy machine cost more than they bring. */
  readonly oneThread: boolean
  /** The decoder is told words to expect. */
  readonly prompted: boolean
  /** Words are settled while the utterance is spoken; else at its end. */
  readonly settling: boolean
  /** The next smaller model, where there is one. */
  readonly smaller: boolean
}

export const efforts: readonly [Effort, Effort, Effort, Effort, Effort, Effort] = [
  { slower: 1, oneThread: false, prompted: true, settling: true, smaller: false },
  { slower: 1, oneThread: true, prompted: true, settling: true, smaller: false },
  { slower: 1.5, oneThread: true, prompted: false, settling: true, smaller: false },
  { slower: 2, oneThread: true, prompted: false, settling: false, smaller: false },
  { slower: 3, oneThread: true, prompted: false, settling: false, smaller: true },
  { slower: null, oneThread: true, prompted: false, settling: false, smaller: true },
]
