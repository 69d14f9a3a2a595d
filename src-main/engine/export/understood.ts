import type { Insights } from '#contract/insight.ts'
import type { Summary } from '#contract/summary.ts'

/** What is known of a meeting besides its text; null: nobody has understood it yet. */
export interface Understood {
  readonly summary: Summary | null
  readonly insights: Insights | null
}

export const nothingUnderstood: Understood = { summary: null, insights: null }
