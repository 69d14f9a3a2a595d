/** By what means a meeting is read again, the strongest first, and when weaker ones must do. */

export interface Means {
  readonly modelId: string
  readonly modelPath: string
  /** Several readings are followed at once, which costs about twice the time. */
  readonly beams: boolean
}

type Model = Omit<Means, 'beams'>

/** The best model here, and the one that heard the meeting: that one has shown that it is fast enough. */
export function planMeans(best: Model, heard: Model | null): readonly [Means, ...Means[]] {
  const both = (model: Model): [Means, Means] => [
    { ...model, beams: true },
    { ...model, beams: false },
  ]
  const isOther = heard !== null && heard.modelId !== best.modelId
  return isOther ? [...both(best), ...both(heard)] : both(best)
}

export interface Spending {
  /** What may be spent on the rest, in milliseconds; null: as much as it takes. */
  readonly leftMs: number | null
  /** What these means have taken so far, and how much sound they have read for it. */
  readonly spentMs: number
  readonly readMs: number
  /** Sound that is left to read. */
  readonly restMs: number
}

/** Less sound than this says little about what the rest will cost. */
const tellingMs = 15_000

/** Whether the rest can be read by the same means within what is left to spend. */
export function isAffordable({ leftMs, spentMs, readMs, restMs }: Spending): boolean {
  if (leftMs === null || restMs === 0) return true
  if (leftMs <= 0) return false
  return readMs < tellingMs || (spentMs / readMs) * restMs <= leftMs
}

/** The share of a meeting's length that reading it again may take. */
export function shareFor(onGpu: boolean): number {
  return onGpu ? 0.1 : 0.6
}
