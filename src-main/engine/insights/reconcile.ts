/**
 * What was found now is matched with what is known, so that an insight keeps its id while its text is revised, what a
 * person wrote stays, and what a person dismissed does not come back.
 */
import type { InsightId, SegmentId } from '#contract/ids.ts'
import type { Insight } from '#contract/insight.ts'
import { isWritten, type KnownInsight } from '../evidence/known-insight.ts'
import type { Finding } from './finding.ts'
import { type TextPlaces, tracksOf } from './follow-citations.ts'
import { likeness, overlap, shareOfPlace } from './likeness.ts'

export interface Candidate {
  readonly finding: Finding
  readonly author: 'rules' | 'model'
  /** The insight that it is for certain, or null: it is matched. */
  readonly id: InsightId | null
}

export interface Reconciling {
  readonly text: TextPlaces
  /** Whether a segment may still grow. */
  readonly isOpen: (id: SegmentId) => boolean
  readonly newId: () => InsightId
}

/** Words that must be shared by what a person wrote or dismissed and what is found in its place. */
const alikeEnough = 0.3

/** Everything that is known from now on. `known` cites the text that is there now. */
export function reconcile(
  known: readonly KnownInsight[],
  candidates: readonly Candidate[],
  { text, isOpen, newId }: Reconciling,
): KnownInsight[] {
  const placed = candidates.map((candidate) => place(candidate, text))
  const matches = match(known, placed)
  const kept = known.filter((one) => !matches.has(one.found.id) && outlives(one, isOpen))
  const met = new Map([...matches].map(([id, candidate]) => [candidate, id]))
  const byId = new Map(known.map((one) => [one.found.id, one]))
  const now = placed.map((candidate): KnownInsight => {
    const before = byId.get(met.get(candidate) ?? ('' as InsightId))
    const id = before?.found.id ?? newId()
    return {
      found: named(candidate, id),
      written: before?.written ?? {},
      dismissed: before?.dismissed ?? false,
      tracks: candidate.tracks,
    }
  })
  return [...kept, ...now]
}

interface Placed extends Candidate {
  readonly tracks: KnownInsight['tracks']
}

function place(candidate: Candidate, text: TextPlaces): Placed {
  return { ...candidate, tracks: tracksOf(candidate.finding, text) }
}

function named({ finding, author }: Candidate, id: InsightId): Insight {
  return { ...finding, id, author }
}

/** Persons' own stays; what rules found in a sentence that is still spoken waits for its end. */
function outlives(known: KnownInsight, isOpen: Reconciling['isOpen']): boolean {
  if (known.dismissed || isWritten(known)) return true
  return (
    isStatement(known.found) && known.found.citations.some(({ segmentId }) => isOpen(segmentId))
  )
}

function isStatement({ kind }: Finding): boolean {
  return kind === 'action' || kind === 'decision' || kind === 'question'
}

/** One to one: first what is certain, then what is the same, then what is most alike. */
function match(
  known: readonly KnownInsight[],
  candidates: readonly Placed[],
): Map<InsightId, Placed> {
  const matches = new Map<InsightId, Placed>()
  const left = new Set(candidates)
  const take = (id: InsightId, candidate: Placed): void => {
    if (matches.has(id) || !left.delete(candidate)) return
    matches.set(id, candidate)
  }
  for (const candidate of candidates) if (candidate.id) take(candidate.id, candidate)
  const byKey = new Map(known.map((one) => [keyOf(one.found), one.found.id]))
  for (const candidate of candidates) {
    const id = byKey.get(keyOf(candidate.finding))
    if (id) take(id, candidate)
  }
  const ofKind = Map.groupBy(known, ({ found }) => found.kind)
  const pairs = [...left].flatMap((candidate) =>
    (ofKind.get(candidate.finding.kind) ?? [])
      .filter(({ found }) => !matches.has(found.id))
      .map((one) => ({ id: one.found.id, candidate, score: likenessOf(one, candidate) }))
      .filter(({ score }) => score > 0),
  )
  for (const { id, candidate } of pairs.toSorted((a, b) => b.score - a.score)) take(id, candidate)
  return matches
}

function keyOf(finding: Finding): string {
  const [first] = finding.citations
  switch (finding.kind) {
    case 'keyword':
      return `keyword ${finding.text.toLowerCase()}`
    case 'topic':
    case 'tone':
      return `${finding.kind} ${finding.startMs}`
    default:
      return `${finding.kind} ${first?.segmentId} ${first?.startMs} ${finding.text}`
  }
}

/** 0: not the same; the higher, the surer. */
function likenessOf(
  { found, written, dismissed, tracks }: KnownInsight,
  candidate: Placed,
): number {
  const { finding } = candidate
  if (found.kind === 'keyword') return 0
  if (found.kind === 'topic' || found.kind === 'tone') return sameStretch(found, finding)
  const where = shareOfPlace({ ...found, tracks }, { ...finding, tracks: candidate.tracks })
  if (where === 0) return 0
  const words = likeness(found.text, 'text' in finding ? finding.text : '')
  const held = dismissed || isWritten({ written })
  if (words < alikeEnough && (held || where < 0.8)) return 0
  return where + 2 * words
}

function sameStretch(
  known: { readonly startMs: number; readonly endMs: number },
  finding: Finding,
) {
  if (!('startMs' in finding)) return 0
  const all = Math.max(known.endMs, finding.endMs) - Math.min(known.startMs, finding.startMs)
  const share = all === 0 ? 0 : overlap(known, finding) / all
  return share < 0.3 ? 0 : share
}
