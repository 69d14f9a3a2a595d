import type { Insight } from '#contract/insight.ts'

const kinds: Readonly<Record<Insight['kind'], number>> = {
  keyword: 0,
  topic: 1,
  action: 2,
  decision: 3,
  question: 4,
  tone: 5,
}

/** By kind; keywords by weight, everything else by when it was said. What a person wrote about no place comes last. */
export function orderInsights(insights: readonly Insight[]): Insight[] {
  return insights.toSorted(
    (a, b) =>
      kinds[a.kind] - kinds[b.kind] || weightOf(b) - weightOf(a) || beginsAt(a) - beginsAt(b),
  )
}

function weightOf(insight: Insight): number {
  return insight.kind === 'keyword' ? insight.weight : 0
}

function beginsAt(insight: Insight): number {
  if (insight.kind === 'topic' || insight.kind === 'tone') return insight.startMs
  const starts = insight.citations.map(({ startMs }) => startMs)
  return starts.length > 0 ? Math.min(...starts) : Number.MAX_SAFE_INTEGER
}
