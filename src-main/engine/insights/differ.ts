import type { Insight } from '#contract/insight.ts'
import type { InsightDifference } from '../evidence/known-insight.ts'

/** What somebody who knows `before` has to be told to know `after`. */
export function differ(before: readonly Insight[], after: readonly Insight[]): InsightDifference {
  const known = new Map(before.map((insight) => [insight.id, JSON.stringify(insight)]))
  const ids = new Set(after.map(({ id }) => id))
  return {
    removed: before.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
    insights: after.filter((insight) => known.get(insight.id) !== JSON.stringify(insight)),
  }
}
