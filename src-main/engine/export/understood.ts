import type { Insights } from '#contract/insight.ts'
import type { Note } from '#contract/note.ts'
import type { Summary } from '#contract/summary.ts'

/** What is known of a meeting besides its text; null: nobody has understood it yet. */
export interface Understood {
  readonly summary: Summary | null
  readonly insights: Insights | null
  /** What persons wrote beside it, in the order of its places. */
  readonly notes: readonly Note[]
}

export const nothingUnderstood: Understood = { summary: null, insights: null, notes: [] }
