/** Citations go with their text when segments are replaced: by its id, else by its time on the same track. */
import { citationOf } from '../evidence/citation-of.ts'
import type { Citation } from '#contract/citation.ts'
import type { SegmentId } from '#contract/ids.ts'
import type { Insight } from '#contract/insight.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { KnownInsight } from '../evidence/known-insight.ts'

/** The text of a meeting, found by id and by time. */
export interface TextPlaces {
  readonly byId: ReadonlyMap<SegmentId, Segment>
  readonly byTrack: ReadonlyMap<TrackName, readonly Segment[]>
}

export function textPlaces(segments: readonly Segment[]): TextPlaces {
  return {
    byId: new Map(segments.map((segment) => [segment.id, segment])),
    byTrack: Map.groupBy(segments, ({ track }) => track),
  }
}

/** The same insight, citing the text that is there now. One whose text is gone altogether cites nothing. */
export function followCitations(known: KnownInsight, text: TextPlaces): KnownInsight {
  const follow = (citations: readonly Citation[]): Citation[] =>
    citations.flatMap((citation) => moved(citation, known.tracks[citation.segmentId], text))
  const found = citingAnew(known.found, follow)
  return { ...known, found, tracks: { ...known.tracks, ...tracksOf(found, text) } }
}

/** On which tracks an insight's citations lie. */
export function tracksOf(
  found: Pick<Insight, 'citations'>,
  { byId }: TextPlaces,
): Record<SegmentId, TrackName> {
  const tracks: Record<SegmentId, TrackName> = {}
  for (const { segmentId } of citationsOf(found)) {
    const segment = byId.get(segmentId)
    if (segment) tracks[segmentId] = segment.track
  }
  return tracks
}

/** Everything an insight cites, its answer included. */
export function citationsOf(found: {
  readonly citations: readonly Citation[]
  readonly answer?: { readonly citations: readonly Citation[] } | null
}): Citation[] {
  return [...found.citations, ...(found.answer?.citations ?? [])]
}

function citingAnew(found: Insight, follow: (citations: readonly Citation[]) => Citation[]) {
  const followed = { ...found, citations: follow(found.citations) }
  if (followed.kind !== 'question' || !followed.answer) return followed
  const citations = follow(followed.answer.citations)
  return { ...followed, answer: citations.length > 0 ? { ...followed.answer, citations } : null }
}

function moved(
  citation: Citation,
  track: TrackName | undefined,
  { byId, byTrack }: TextPlaces,
): Citation[] {
  const same = byId.get(citation.segmentId)
  if (same) return [within(citation, same) ?? citationOf(same)]
  const neighbours = (track && byTrack.get(track)) ?? []
  return neighbours.flatMap((segment) => within(citation, segment) ?? [])
}

function within({ startMs, endMs }: Citation, segment: Segment): Citation | null {
  const from = Math.max(startMs, segment.startMs)
  const to = Math.min(endMs, segment.endMs)
  return to > from ? { segmentId: segment.id, startMs: from, endMs: to } : null
}
