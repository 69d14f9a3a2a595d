/** Compares what was found in a meeting with what a careful listener would have noted of it. */
import type { Finding } from '#engine/insights/finding.ts'
import { type Label, type LabelledKind, labelledKinds, type LabelledMeeting } from './labels.ts'

/** How often something was right, of so many times. */
export interface Share {
  readonly right: number
  readonly of: number
}

export interface KindScore {
  readonly hits: number
  readonly mistakes: number
  readonly missed: number
}

export interface MeetingScore {
  readonly kinds: Readonly<Record<LabelledKind, KindScore>>
  /** Of the actions that were found. */
  readonly owners: Share
  readonly dues: Share
  /** Of the questions that were found: whether they were answered. */
  readonly answers: Share
  /** Turnings to another subject that a topic begins at, within a minute. */
  readonly turnings: Share
  /** Subjects of which a keyword tells. */
  readonly keywords: Share
  readonly missedLabels: readonly Label[]
  readonly mistakenFindings: readonly Finding[]
}

type Found = Extract<Finding, { kind: LabelledKind }>

/**
 * A finding hits the label of its kind whose segments it cites most of; each label is hit once, so that what is told
 * twice is a mistake. What touches only labels that are not sure is neither.
 */
export function scoreMeeting(
  { labels, turningsMs, subjects }: Pick<LabelledMeeting, 'labels' | 'turningsMs' | 'subjects'>,
  findings: readonly Finding[],
): MeetingScore {
  const pairs: { finding: Found; label: Label }[] = []
  const mistakenFindings: Found[] = []
  const found = findings.filter(isLabelled)
  for (const finding of found) {
    const ofKind = labels.filter(({ kind }) => kind === finding.kind)
    const label = ofKind
      .filter((each) => each.sure && !pairs.some((pair) => pair.label === each))
      .map((each) => ({ each, shared: shared(finding, each) }))
      .filter((candidate) => candidate.shared > 0)
      .toSorted((a, b) => b.shared - a.shared)[0]?.each
    if (label) pairs.push({ finding, label })
    else if (!ofKind.some((each) => !each.sure && shared(finding, each) > 0))
      mistakenFindings.push(finding)
  }
  const missedLabels = labels.filter(
    (label) => label.sure && !pairs.some((pair) => pair.label === label),
  )
  const count = (of: readonly { readonly kind: string }[], kind: LabelledKind): number =>
    of.filter((each) => each.kind === kind).length
  return {
    kinds: eachKind((kind) => ({
      hits: count(
        pairs.map(({ label }) => label),
        kind,
      ),
      mistakes: count(mistakenFindings, kind),
      missed: count(missedLabels, kind),
    })),
    owners: share(pairs.map(ownerIsRight)),
    dues: share(pairs.map(dueIsRight)),
    answers: share(pairs.map(answerIsRight)),
    turnings: share(
      turningsMs.map((atMs) =>
        findings.some(({ kind, ...rest }) => {
          if (kind !== 'topic' || !('startMs' in rest)) return false
          return Math.abs(rest.startMs - atMs) <= 60_000
        }),
      ),
    ),
    keywords: share(subjects.map((nouns) => isTold(nouns, findings))),
    missedLabels,
    mistakenFindings,
  }
}

/** All of them together. */
export function sumScores(scores: readonly MeetingScore[]): MeetingScore {
  const sum = (of: (score: MeetingScore) => number): number =>
    scores.reduce((total, score) => total + of(score), 0)
  const shares = (of: (score: MeetingScore) => Share): Share => ({
    right: sum((score) => of(score).right),
    of: sum((score) => of(score).of),
  })
  return {
    kinds: eachKind((kind) => ({
      hits: sum(({ kinds }) => kinds[kind].hits),
      mistakes: sum(({ kinds }) => kinds[kind].mistakes),
      missed: sum(({ kinds }) => kinds[kind].missed),
    })),
    owners: shares(({ owners }) => owners),
    dues: shares(({ dues }) => dues),
    answers: shares(({ answers }) => answers),
    turnings: shares(({ turnings }) => turnings),
    keywords: shares(({ keywords }) => keywords),
    missedLabels: scores.flatMap(({ missedLabels }) => missedLabels),
    mistakenFindings: scores.flatMap(({ mistakenFindings }) => mistakenFindings),
  }
}

/** Of what was found, how much is right; 0 where nothing was. */
export function precision({ hits, mistakes }: KindScore): number {
  return hits + mistakes === 0 ? 0 : hits / (hits + mistakes)
}

/** Of what was to be found, how much was; 0 where there was nothing. */
export function recall({ hits, missed }: KindScore): number {
  return hits + missed === 0 ? 0 : hits / (hits + missed)
}

export function shareOf({ right, of }: Share): number {
  return of === 0 ? 0 : right / of
}

function eachKind(make: (kind: LabelledKind) => KindScore): Record<LabelledKind, KindScore> {
  return { action: make('action'), decision: make('decision'), question: make('question') }
}

function isLabelled(finding: Finding): finding is Found {
  return labelledKinds.some((kind) => kind === finding.kind)
}

function shared(finding: Found, { segmentIds }: Label): number {
  return finding.citations.filter(({ segmentId }) => segmentIds.includes(segmentId)).length
}

function share(rights: readonly (boolean | null)[]): Share {
  return {
    right: rights.filter((right) => right === true).length,
    of: rights.filter((right) => right !== null).length,
  }
}

interface Pair {
  readonly finding: Found
  readonly label: Label
}

/** Null where there is nothing to judge. */
function ownerIsRight({ finding, label }: Pair): boolean | null {
  if (finding.kind !== 'action') return null
  const { owner } = finding
  return label.owners.some((each) => each?.toLowerCase() === owner?.toLowerCase())
}

function dueIsRight({ finding, label }: Pair): boolean | null {
  if (finding.kind !== 'action') return null
  if (label.due === null) return finding.due === null
  return finding.due === null
    ? label.due.dates.every((date) => date === null)
    : label.due.dates.includes(finding.due.date)
}

function answerIsRight({ finding, label }: Pair): boolean | null {
  if (finding.kind !== 'question' || label.answered === null) return null
  return label.answered === (finding.answer !== null)
}

function isTold(nouns: readonly string[], findings: readonly Finding[]): boolean {
  const words = nouns.flatMap((noun) => noun.split(/[ ']/)).filter(({ length }) => length > 3)
  return findings.some(
    (finding) =>
      finding.kind === 'keyword' &&
      words.some((word) => finding.text.toLowerCase().includes(word.toLowerCase())),
  )
}
