/** What a hand-driven engine answers about what was understood: kept in memory, changed as the commands say. */
import { randomUUID } from 'node:crypto'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { InsightId, type MeetingId, SummaryId } from '#contract/ids.ts'
import type { Action, Decision, Insight, Question, Understanding } from '#contract/insight.ts'
import type { Summary, SummarySection, SummaryTemplate } from '#contract/summary.ts'
import type { Segment } from '#contract/transcript.ts'

export const byRules: Understanding = {
  model: null,
  without: 'No language model is on this computer.',
  dropped: 0,
  readMs: 0,
}

const templates: readonly SummaryTemplate[] = [
  ['general', 'General', 'Any meeting.'],
  ['stand-up', 'Stand-up', 'Who does what today.'],
].map(([id = '', name = '', description = '']) => {
  return { id, name, description, origin: 'bundled', sections: ['Overview', 'Decisions'] }
})

export function cites(...segments: readonly Segment[]): Insight['citations'] {
  return segments.map(({ id, startMs, endMs }) => ({ segmentId: id, startMs, endMs }))
}

function found(segments: readonly Segment[]) {
  return {
    id: InsightId.parse(randomUUID()),
    author: 'rules' as const,
    citations: cites(...segments),
  }
}

export function anAction(text: string, from: Segment, change: Partial<Action> = {}): Action {
  const open = { owner: null, due: null, done: false }
  return { ...found([from]), kind: 'action', text, ...open, ...change }
}

export function aDecision(text: string, from: Segment, change: Partial<Decision> = {}): Decision {
  return { ...found([from]), kind: 'decision', text, changes: null, ...change }
}

export function aQuestion(text: string, from: Segment, change: Partial<Question> = {}): Question {
  return { ...found([from]), kind: 'question', text, answer: null, ...change }
}

/** Topics, keywords and tone over the length of a text. */
export function around(text: string, segments: readonly Segment[]): Insight[] {
  const [first, last] = [segments[0], segments.at(-1)]
  if (!first || !last) return []
  const stretch = { startMs: first.startMs, endMs: last.endMs }
  const scores = [0.6, 0, -0.5, 0.2]
  const step = Math.floor(last.endMs / scores.length)
  return [
    { ...found([first]), kind: 'topic', text, ...stretch },
    { ...found([first]), kind: 'keyword', text, count: 2, weight: 0.9 },
    ...scores.map((score, index): Insight => {
      const place = { startMs: index * step, endMs: (index + 1) * step }
      return { ...found([first]), kind: 'tone', ...place, score }
    }),
  ]
}

export function aSummary(
  meetingId: MeetingId,
  sections: SummarySection[],
  change: Partial<Summary> = {},
): Summary {
  return {
    id: SummaryId.parse(randomUUID()),
    meetingId,
    revision: 1,
    writtenAt: new Date().toISOString(),
    author: 'rules',
    model: null,
    without: byRules.without,
    template: 'general',
    language: 'en',
    state: 'final',
    outdated: false,
    title: null,
    sections,
    dropped: 0,
    ...change,
  }
}

type Scripted = Pick<
  EngineApi,
  | 'insights.read'
  | 'insight.edit'
  | 'insight.dismiss'
  | 'insights.carried'
  | 'summary.read'
  | 'summary.list'
  | 'summary.write'
  | 'summary.cancel'
  | 'summary.edit'
  | 'summary.choose'
  | 'template.list'
  | 'ask.question'
  | 'ask.cancel'
>

export interface UnderstandingScript {
  readonly api: Scripted
  /** Puts insights into place and tells them. */
  find(meetingId: MeetingId, insights: readonly Insight[], change?: Partial<Understanding>): void
  /** Puts a summary into place as the one that counts, and tells it. */
  write(summary: Summary): Summary
}

export function understandingScript(emit: (event: EngineEvent) => void): UnderstandingScript {
  const known = new Map<MeetingId, Map<InsightId, Insight>>()
  const understandings = new Map<MeetingId, Understanding>()
  const summaries = new Map<MeetingId, Summary[]>()
  const counting = new Map<MeetingId, Summary>()

  const understandingOf = (id: MeetingId): Understanding => understandings.get(id) ?? byRules
  function insightsOf(id: MeetingId): Map<InsightId, Insight> {
    const insights = known.get(id) ?? new Map<InsightId, Insight>()
    known.set(id, insights)
    return insights
  }
  function tell(meetingId: MeetingId, removed: InsightId[], insights: Insight[]): void {
    const understanding = understandingOf(meetingId)
    emit({ type: 'insights.changed', meetingId, understanding, removed, insights })
  }
  function write(summary: Summary): Summary {
    const before = summaries.get(summary.meetingId) ?? []
    const others = before.filter(({ id }) => id !== summary.id)
    summaries.set(summary.meetingId, [summary, ...others])
    counting.set(summary.meetingId, summary)
    emit({ type: 'summary.changed', summary })
    return summary
  }
  function next(meetingId: MeetingId): number {
    return (summaries.get(meetingId)?.length ?? 0) + 1
  }

  const api: Scripted = {
    'insights.read': async ({ meetingId }) => ({
      meetingId,
      understanding: understandingOf(meetingId),
      insights: [...insightsOf(meetingId).values()],
    }),
    'insight.edit': async ({ meetingId, insightId, change }) => {
      const insight = insightsOf(meetingId).get(insightId)
      if (!insight) throw new AppError('not_found', 'This is not there any more.')
      const now = { ...insight, ...change, author: 'person' } as Insight
      insightsOf(meetingId).set(insightId, now)
      tell(meetingId, [], [now])
      return now
    },
    'insight.dismiss': async ({ meetingId, insightId }) => {
      insightsOf(meetingId).delete(insightId)
      tell(meetingId, [insightId], [])
      return null
    },
    'insights.carried': async () => ({ actions: [], decisions: [] }),
    'summary.read': async ({ meetingId }) => counting.get(meetingId) ?? null,
    'summary.list': async ({ meetingId }) => summaries.get(meetingId) ?? [],
    'summary.write': async ({ meetingId, template, language }) => {
      const lines = [{ text: 'Nobody said anything of weight.', citations: [] }]
      const kind = { template: template ?? 'general', language: language ?? 'en' }
      const sections = [{ title: 'Overview', lines }]
      return write(aSummary(meetingId, sections, { ...kind, revision: next(meetingId) }))
    },
    'summary.cancel': async () => null,
    'summary.edit': async ({ meetingId, sections }) => {
      const byHand = { author: 'person', without: null, revision: next(meetingId) } as const
      return write(aSummary(meetingId, sections, byHand))
    },
    'summary.choose': async ({ meetingId, summaryId }) => {
      const summary = summaries.get(meetingId)?.find(({ id }) => id === summaryId)
      if (!summary) throw new AppError('not_found', 'There is no such summary.')
      counting.set(meetingId, summary)
      emit({ type: 'summary.changed', summary })
      return summary
    },
    'template.list': async () => [...templates],
    'ask.question': async ({ question }) => {
      const nobody = { supported: false, lines: [], sources: [], model: null, dropped: 0 }
      return { question, ...nobody, without: byRules.without }
    },
    'ask.cancel': async () => null,
  }

  return {
    api,
    write,
    find(meetingId, insights, change = {}) {
      understandings.set(meetingId, { ...understandingOf(meetingId), ...change })
      for (const insight of insights) insightsOf(meetingId).set(insight.id, insight)
      tell(meetingId, [], [...insights])
    },
  }
}
