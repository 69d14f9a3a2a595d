/** A summary without a language model: sentences as they were said, and what was found in them by rules. */
import type { Insight } from '#contract/insight.ts'
import type { SummaryLine, SummarySection } from '#contract/summary.ts'
import type { Segment } from '#contract/transcript.ts'
import { rank, withoutRepetition } from './rank-sentences.ts'
import { sentencesOf } from './said.ts'
import { type Filling, inLanguage, type Template } from './template.ts'

export interface FloorSummary {
  readonly title: string | null
  /** As the template has them; a section of which nothing was said has no lines. */
  readonly sections: readonly SummarySection[]
}

const longestLine = 2000
const longestTitle = 80
const mostLines = 12

/** `segments` in the order they were spoken. Every line cites; nothing in it was not said. */
export function floorSummary(
  segments: readonly Segment[],
  insights: readonly Insight[],
  template: Template,
  language: string,
): FloorSummary {
  const known = new Set(segments.map(({ id }) => id))
  // What was found in text that is gone meanwhile is not shown.
  const standing = insights.filter(
    ({ citations }) =>
      citations.length > 0 && citations.every(({ segmentId }) => known.has(segmentId)),
  )
  let overview: SummaryLine[] | null = null
  const linesOf = (filling: Filling): SummaryLine[] => {
    if (filling !== 'overview') return found(standing, filling)
    overview ??= overviewOf(segments)
    return overview
  }
  return {
    title: titleOf(standing),
    sections: template.sections.map(({ title, filling }) => ({
      title: inLanguage(title, language),
      lines: linesOf(filling),
    })),
  }
}

function overviewOf(segments: readonly Segment[]): SummaryLine[] {
  const sentences = sentencesOf(segments)
  // A few minutes need a few sentences, an hour ten, and ten hours not a hundred.
  const count = Math.max(1, Math.min(mostLines, Math.round(Math.sqrt(sentences.length) / 2.5)))
  const chosen = withoutRepetition(rank(sentences), count)
  // One word is a meeting, too.
  const lines = chosen.length > 0 ? chosen : sentences.slice(0, 1)
  return lines.map(({ text, citation }) => ({
    text: text.slice(0, longestLine),
    citations: [citation],
  }))
}

function found(insights: readonly Insight[], filling: Exclude<Filling, 'overview'>): SummaryLine[] {
  return insights.flatMap((insight): SummaryLine[] => {
    const { text, citations } = asLine(insight, filling) ?? { text: '', citations: [] }
    return text === '' ? [] : [{ text: text.slice(0, longestLine), citations: [...citations] }]
  })
}

function asLine(
  insight: Insight,
  filling: Exclude<Filling, 'overview'>,
): Pick<SummaryLine, 'text' | 'citations'> | null {
  switch (insight.kind) {
    case 'topic':
      return filling === 'topics' ? insight : null
    case 'decision':
      return filling === 'decisions' ? insight : null
    case 'action':
      return filling === 'actions' ? insight : null
    case 'question':
      return filling === 'questions' && insight.answer === null ? insight : null
    case 'keyword':
    case 'tone':
      return null
  }
}

function titleOf(insights: readonly Insight[]): string | null {
  const words = insights.flatMap((one) => (one.kind === 'keyword' ? [one] : []))
  const first = words.toSorted((a, b) => b.weight - a.weight).slice(0, 3)
  if (first.length === 0) return null
  const title = first.map(({ text }) => text).join(', ')
  return (title.charAt(0).toUpperCase() + title.slice(1)).slice(0, longestTitle)
}
