/** The text of several meetings as that of the one that they become: everything behind what came before it. */
import type { Citation } from '#contract/citation.ts'
import type { InsightId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { Insight } from '#contract/insight.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { isWritten, type KnownInsight } from '../evidence/known-insight.ts'

export interface TextPart {
  /** Where it begins in the new meeting. */
  readonly fromMs: number
  readonly segments: readonly Segment[]
  readonly written: ReadonlySet<SegmentId>
  readonly refusals: readonly Refusal[]
  readonly insights: readonly KnownInsight[]
}

export interface JoinedText {
  readonly segments: readonly Segment[]
  /** Those that a person has written. */
  readonly written: readonly Segment[]
  readonly refusals: ReadonlyArray<Omit<Refusal, 'meetingId' | 'segmentId'>>
  readonly insights: readonly KnownInsight[]
}

interface Ids {
  readonly newSegmentId: () => SegmentId
  readonly newRefusalId: () => RefusalId
  readonly newInsightId: () => InsightId
}

/** New ids throughout: those that were there still name what lies in the trash. */
export function joinText(parts: readonly TextPart[], ids: Ids): JoinedText {
  const joined = parts.map((part) => joinOne(part, ids))
  return {
    segments: joined.flatMap(({ segments }) => segments),
    written: joined.flatMap(({ written }) => written),
    refusals: joined.flatMap(({ refusals }) => refusals),
    insights: joined.flatMap(({ insights }) => insights),
  }
}

function joinOne(part: TextPart, ids: Ids): JoinedText {
  const { fromMs } = part
  const renamed = new Map(part.segments.map(({ id }) => [id, ids.newSegmentId()]))
  const moved = part.segments.map((segment) => moveSegment(segment, fromMs, renamed))
  const written = new Set([...part.written].map((id) => renamed.get(id)))
  return {
    segments: moved,
    written: moved.filter(({ id }) => written.has(id)),
    // What was brought back is a segment by now.
    refusals: part.refusals
      .filter(({ segmentId }) => segmentId === null)
      .map(({ track, rule, startMs, endMs, text }) => ({
        id: ids.newRefusalId(),
        track,
        rule,
        startMs: startMs + fromMs,
        endMs: endMs + fromMs,
        text,
      })),
    // The rest is found again in the text.
    insights: part.insights
      .filter(isPersons)
      .map((known) => moveInsight(known, { fromMs, renamed, ids })),
  }
}

type Renamed = ReadonlyMap<SegmentId, SegmentId>

function moveSegment(segment: Segment, by: number, renamed: Renamed): Segment {
  return {
    ...segment,
    id: renamed.get(segment.id) ?? segment.id,
    startMs: segment.startMs + by,
    endMs: segment.endMs + by,
    words: segment.words.map((word) => ({
      ...word,
      startMs: word.startMs + by,
      endMs: word.endMs + by,
    })),
  }
}

function moveInsight(
  { found, written, dismissed, tracks }: KnownInsight,
  { fromMs, renamed, ids }: { readonly fromMs: number; readonly renamed: Renamed; ids: Ids },
): KnownInsight {
  const named = (id: SegmentId): SegmentId => renamed.get(id) ?? id
  const cite = (citation: Citation): Citation => ({
    segmentId: named(citation.segmentId),
    startMs: citation.startMs + fromMs,
    endMs: citation.endMs + fromMs,
  })
  return {
    found: { ...moved(found, fromMs, cite), id: ids.newInsightId() },
    written,
    dismissed,
    tracks: Object.fromEntries(
      Object.entries(tracks).map(([id, track]) => [named(id as SegmentId), track]),
    ) as Record<SegmentId, TrackName>,
  }
}

function isPersons(known: KnownInsight): boolean {
  return known.dismissed || isWritten(known)
}

function moved(found: Insight, by: number, cite: (citation: Citation) => Citation): Insight {
  const citations = found.citations.map(cite)
  switch (found.kind) {
    case 'topic':
    case 'tone':
      return { ...found, citations, startMs: found.startMs + by, endMs: found.endMs + by }
    case 'question': {
      const { answer } = found
      const there = answer && { ...answer, citations: answer.citations.map(cite) }
      return { ...found, citations, answer: there }
    }
    case 'keyword':
    case 'action':
    case 'decision':
      return { ...found, citations }
  }
}
