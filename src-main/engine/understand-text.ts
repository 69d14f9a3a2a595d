/** One look at the text of a meeting: what rules find, what a model noted and persons wrote, made one and kept. */
import { InsightId, type SegmentId } from '#contract/ids.ts'
import type { Insights, Understanding } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'
import { type KnownInsight, shown } from './evidence/known-insight.ts'
import { orderInsights } from './evidence/order-insights.ts'
import type { FollowedMeeting } from './followed-meeting.ts'
import { changedDecision } from './insights/changed-decisions.ts'
import { stillSupported } from './insights/check-findings.ts'
import { differ } from './insights/differ.ts'
import type { Finding } from './insights/finding.ts'
import {
  citationsOf,
  followCitations,
  textPlaces,
  type TextPlaces,
} from './insights/follow-citations.ts'
import { mergeFindings, sayTheSame } from './insights/merge-findings.ts'
import { type Candidate, reconcile } from './insights/reconcile.ts'
import type { InsightWork } from './insight-work.ts'
import { earlierDecisions } from './series-insights.ts'

/** What a language model did, or why none did. */
export interface Noted {
  readonly model?: string | null
  readonly without?: string | null
  /** More of it than before. */
  readonly dropped?: number
  readonly findings?: readonly Finding[]
  /** What was read for these findings: what was noted of it before is over. */
  readonly read?: readonly Segment[] | 'all'
}

const nothingYet: Understanding = { model: null, without: null, dropped: 0, readMs: 0 }

/** Null where the meeting is gone. Tells what has changed. */
export function understandText(
  { parts, tell }: InsightWork,
  meeting: FollowedMeeting,
  noted: Noted | null,
): Insights | null {
  const { store } = parts.keeping
  const { id } = meeting
  const described = store.meetings.read(id)
  if (!described) return null
  const segments = meeting.text()
  const startedAtMs = Date.parse(described.startedAt)
  const offsetMinutes = -new Date(startedAtMs).getTimezoneOffset()
  const floor = meeting.find({ segments, language: meeting.language(), startedAtMs, offsetMinutes })
  const earlier = earlierDecisions(store, described)
  meeting.stale = false

  const work = (): Insights => {
    const before = meeting.unkept ?? store.insights.known(id)
    const text = textPlaces(segments)
    const followed = before.map((known) => followCitations(known, text))
    const model = modelsOwn(followed, meeting, text, noted)
    const known = reconcile(followed, mergeFindings(floor, model.candidates, text), {
      text,
      isOpen: meeting.isOpen,
      newId: () => InsightId.parse(parts.newId()),
    }).map((one) => withChanges(one, earlier))
    const { textDigest: _, ...last } = store.insights.understanding(id) ?? {
      ...nothingYet,
      textDigest: '',
    }
    const understanding: Understanding = {
      model: noted?.model === undefined ? last.model : noted.model,
      without: noted?.without === undefined ? last.without : noted.without,
      dropped: (noted?.read === 'all' ? 0 : last.dropped) + (noted?.dropped ?? 0) + model.dropped,
      readMs: Math.max(0, ...segments.map(({ endMs }) => endMs)),
    }
    keep(parts.keeping.store, meeting, { before, known, understanding })
    return { meetingId: id, understanding, insights: visible(known) }
  }
  const was = meeting.last ?? {
    understanding: store.insights.understanding(id),
    insights: visible(meeting.unkept ?? store.insights.known(id)),
  }
  const now = store.readOnly ? work() : store.transaction(work)
  meeting.last = now
  const { removed, insights } = differ(was.insights, now.insights)
  const { understanding } = now
  const isNew = !was.understanding || !sameUnderstanding(was.understanding, understanding)
  if (removed.length > 0 || insights.length > 0 || isNew)
    tell({
      type: 'insights.changed',
      meetingId: id,
      understanding,
      removed: [...removed],
      insights: [...insights],
    })
  return now
}

function sameUnderstanding(a: Understanding, b: Understanding): boolean {
  return (
    a.model === b.model &&
    a.without === b.without &&
    a.dropped === b.dropped &&
    a.readMs === b.readMs
  )
}

function visible(known: readonly KnownInsight[]) {
  return orderInsights(known.filter(({ dismissed }) => !dismissed).map(shown))
}

function keep(
  store: InsightWork['parts']['keeping']['store'],
  meeting: FollowedMeeting,
  {
    before,
    known,
    understanding,
  }: {
    readonly before: readonly KnownInsight[]
    readonly known: readonly KnownInsight[]
    readonly understanding: Understanding
  },
): void {
  if (store.readOnly) {
    meeting.unkept = known
    return
  }
  const were = new Map(before.map((one) => [one.found.id, JSON.stringify(one)]))
  const ids = new Set(known.map(({ found }) => found.id))
  const change = {
    removed: before.filter(({ found }) => !ids.has(found.id)).map(({ found }) => found.id),
    kept: known.filter((one) => were.get(one.found.id) !== JSON.stringify(one)),
  }
  // The text of a live meeting changes before it is asked for again.
  const textDigest = meeting.live ? '' : store.insights.textDigest(meeting.id)
  store.insights.keep(meeting.id, change, { ...understanding, textDigest })
}

/** What the model noted before and its text still bears out, and what it noted now. */
function modelsOwn(
  known: readonly KnownInsight[],
  meeting: FollowedMeeting,
  text: TextPlaces,
  noted: Noted | null,
): { readonly candidates: Candidate[]; readonly dropped: number } {
  const anew = noted?.read === 'all' ? null : new Set(noted?.read?.map(({ id }) => id))
  const over = ({ found }: KnownInsight): boolean =>
    anew === null ||
    (anew.size > 0 && found.citations.every(({ segmentId }) => anew.has(segmentId)))
  let dropped = 0
  const before = known.flatMap(({ found, ...rest }): Candidate[] => {
    if (found.author !== 'model' || rest.dismissed || over({ found, ...rest })) return []
    const { id, author, ...finding } = found
    const cited = citedText(found, text)
    const words = cited.map((one) => `${one.speaker ?? ''}: ${one.text}`).join('\n')
    if (meeting.checked.get(id) === words) return [{ finding, author, id }]
    const checked = stillSupported(finding, cited)
    dropped += checked.dropped
    meeting.checked.set(id, words)
    return checked.finding ? [{ finding: checked.finding, author, id }] : []
  })
  const now = (noted?.findings ?? []).map(
    (finding) => ({ finding, author: 'model', id: null }) as const,
  )
  const stay = before.filter(
    (one) => !now.some((other) => sayTheSame(one.finding, other.finding, text)),
  )
  return { candidates: [...stay, ...now], dropped }
}

function citedText(found: Parameters<typeof citationsOf>[0], { byId }: TextPlaces): Segment[] {
  const ids = new Set<SegmentId>(citationsOf(found).map(({ segmentId }) => segmentId))
  return [...ids].flatMap((id) => byId.get(id) ?? [])
}

function withChanges(
  known: KnownInsight,
  earlier: ReturnType<typeof earlierDecisions>,
): KnownInsight {
  const now = shown(known)
  if (known.found.kind !== 'decision' || now.kind !== 'decision') return known
  return { ...known, found: { ...known.found, changes: changedDecision(now.text, earlier) } }
}
