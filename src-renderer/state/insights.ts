/** What matters in the meetings that are open: a pure fold over the engine's events. */
import type { EngineEvent } from '#contract/events.ts'
import type { InsightId, MeetingId } from '#contract/ids.ts'
import type { Insight, InsightKind, Insights, Understanding } from '#contract/insight.ts'

export interface KnownInsights {
  /** `whole`: everything found so far is here. `unread`: some may be missing. */
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly problem: string | null
  /** Null until the engine has told. */
  readonly understanding: Understanding | null
  readonly insights: readonly Insight[]
  /** Was told while the rest was being read, and is laid over the answer. */
  readonly arrived: readonly Insight[]
  readonly gone: readonly InsightId[]
  readonly told: Understanding | null
}

export type InsightsByMeeting = Readonly<Partial<Record<MeetingId, KnownInsights>>>

const nothingArrived = { arrived: [], gone: [], told: null }

export const unreadInsights: KnownInsights = {
  phase: 'unread',
  problem: null,
  understanding: null,
  insights: [],
  ...nothingArrived,
}

/** Takes in one event of the engine. */
export function applyToInsights(known: InsightsByMeeting, event: EngineEvent): InsightsByMeeting {
  switch (event.type) {
    case 'insights.changed':
      return change(known, event.meetingId, (before) => withChange(before, event))
    case 'meeting.deleted': {
      const { [event.meetingId]: _, ...rest } = known
      return rest
    }
    default:
      return known
  }
}

export function insightsBegan(known: InsightsByMeeting, meetingId: MeetingId): InsightsByMeeting {
  return change(known, meetingId, (before) => ({ ...before, phase: 'reading', ...nothingArrived }))
}

export function insightsEnded(known: InsightsByMeeting, answer: Insights): InsightsByMeeting {
  return change(known, answer.meetingId, ({ arrived, gone, told }) => ({
    phase: 'whole',
    problem: null,
    understanding: told ?? answer.understanding,
    insights: laidOver(answer.insights, gone, arrived),
    ...nothingArrived,
  }))
}

export function insightsFailed(
  known: InsightsByMeeting,
  meetingId: MeetingId,
  problem: string | null,
): InsightsByMeeting {
  const phase = problem === null ? 'unread' : 'failed'
  return change(known, meetingId, (before) => ({ ...before, phase, problem, ...nothingArrived }))
}

/** One of them is now so, or is gone. */
export function withInsight(
  known: InsightsByMeeting,
  meetingId: MeetingId,
  changed: { readonly gone: readonly InsightId[]; readonly there: readonly Insight[] },
): InsightsByMeeting {
  return change(known, meetingId, (before) => ({
    ...before,
    insights: laidOver(before.insights, changed.gone, changed.there),
    ...(before.phase === 'reading' ? noted(before, changed.gone, changed.there) : {}),
  }))
}

/** Nobody is listening: what was shown stays, but is no longer known to be all. */
export function insightsLost(known: InsightsByMeeting): InsightsByMeeting {
  return Object.fromEntries(
    Object.entries(known).map(([id, before]) => [
      id,
      { ...(before ?? unreadInsights), phase: 'unread', ...nothingArrived },
    ]),
  )
}

/** Those of a kind in the order in which they were said; keywords by their weight. */
export function ofKind<K extends InsightKind>(
  insights: readonly Insight[],
  kind: K,
): readonly Extract<Insight, { readonly kind: K }>[] {
  const those = insights.filter(
    (insight): insight is Extract<Insight, { readonly kind: K }> => insight.kind === kind,
  )
  return those.toSorted((a, b) => weightOf(b) - weightOf(a) || saidAt(a) - saidAt(b))
}

function weightOf(insight: Insight): number {
  return insight.kind === 'keyword' ? insight.weight : 0
}

/** When it was first said; what a person wrote and rests on nothing comes last. */
function saidAt(insight: Insight): number {
  if ('startMs' in insight) return insight.startMs
  return Math.min(...insight.citations.map(({ startMs }) => startMs))
}

type Changed = Extract<EngineEvent, { readonly type: 'insights.changed' }>

function withChange(before: KnownInsights, event: Changed): KnownInsights {
  const { understanding, removed, insights } = event
  const reading = before.phase === 'reading'
  return {
    ...before,
    understanding,
    insights: laidOver(before.insights, removed, insights),
    ...(reading ? { ...noted(before, removed, insights), told: understanding } : {}),
  }
}

function noted(
  { arrived, gone }: KnownInsights,
  removed: readonly InsightId[],
  there: readonly Insight[],
): Pick<KnownInsights, 'arrived' | 'gone'> {
  const back = new Set(there.map(({ id }) => id))
  return {
    arrived: laidOver(arrived, removed, there),
    gone: [...gone.filter((id) => !back.has(id)), ...removed],
  }
}

/** Those that are known stay in their place. */
function laidOver(
  insights: readonly Insight[],
  gone: readonly InsightId[],
  there: readonly Insight[],
): readonly Insight[] {
  const now = new Map(insights.map((insight) => [insight.id, insight]))
  for (const id of gone) now.delete(id)
  for (const insight of there) now.set(insight.id, insight)
  return [...now.values()]
}

function change(
  known: InsightsByMeeting,
  meetingId: MeetingId,
  to: (before: KnownInsights) => KnownInsights,
): InsightsByMeeting {
  return { ...known, [meetingId]: to(known[meetingId] ?? unreadInsights) }
}
