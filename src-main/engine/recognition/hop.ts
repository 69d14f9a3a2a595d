import { toSamples } from '../audio/frames.ts'

/** How often an utterance under way is looked at, by what looks cost of late. */
export interface HopRules {
  readonly leastMs: number
  readonly mostMs: number
  /** Time between looks for each millisecond of looking; above 1, so that looking never fills all time. */
  readonly timesCost: number
}

export const hopRules: HopRules = { leastMs: 400, mostMs: 3_000, timesCost: 1.3 }

/** The costs that count: the latest so many. */
const remembered = 20

export function rememberCost(costs: readonly number[], ms: number): readonly number[] {
  return [...costs, ms].slice(-remembered)
}

/**
 * New speech needed before the next look, in samples: looks that cost more come less often, and two voices share the time.
 * `slower` stretches it where text falls behind.
 */
export function hopAfter(
  costs: readonly number[],
  voices: number,
  slower = 1,
  rules: HopRules = hopRules,
): number {
  const wantedMs = rules.timesCost * quantile(costs, 0.9) * Math.max(1, voices)
  return toSamples(Math.min(Math.max(wantedMs, rules.leastMs) * slower, rules.mostMs))
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
