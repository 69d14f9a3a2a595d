/** What a language model found goes before what rules found in the same place, and takes nothing else away. */
import type { Finding } from './finding.ts'
import { type TextPlaces, tracksOf } from './follow-citations.ts'
import { likeness, shareOfPlace } from './likeness.ts'
import type { Candidate } from './reconcile.ts'

/** Words in common from which two findings of one place may be the same, and from which they surely are. */
const perhapsSame = 0.2
const surelySame = 0.5

export function mergeFindings(
  floor: readonly Finding[],
  model: readonly Candidate[],
  text: TextPlaces,
): Candidate[] {
  const left = new Set(floor)
  const better = model.map((candidate) => {
    const same = sameAs(candidate.finding, left, text)
    for (const finding of same) left.delete(finding)
    return { ...candidate, finding: same.reduce(completed, candidate.finding) }
  })
  const rules = floor.filter((finding) => left.has(finding))
  return [...better, ...rules.map((finding) => ({ finding, author: 'rules', id: null }) as const)]
}

/** Whether two findings of one kind are about the same place and say the same of it. */
export function sayTheSame(one: Finding, other: Finding, text: TextPlaces): boolean {
  if (one.kind !== other.kind) return false
  const [here, there] = [one, other].map((of) => ({ ...of, tracks: tracksOf(of, text) }))
  if (!here || !there || shareOfPlace(here, there) < 0.5) return false
  return likeness(textOf(one), textOf(other)) >= surelySame
}

/** The best match, and others only where the words say the same. */
function sameAs(finding: Finding, floor: ReadonlySet<Finding>, text: TextPlaces): Finding[] {
  const tracks = tracksOf(finding, text)
  const near = [...floor]
    .filter((other) => other.kind === finding.kind)
    .filter((other) => {
      const there = { ...other, tracks: tracksOf(other, text) }
      return shareOfPlace({ ...finding, tracks }, there) >= 0.5
    })
    .map((other) => ({ other, words: likeness(textOf(finding), textOf(other)) }))
    .toSorted((a, b) => b.words - a.words)
  return near
    .filter(({ words }, index) => words >= (index === 0 ? perhapsSame : surelySame))
    .map(({ other }) => other)
}

function textOf(finding: Finding): string {
  return 'text' in finding ? finding.text : ''
}

/** What the model did not say, and rules did, is taken from them. */
function completed(finding: Finding, floor: Finding): Finding {
  if (finding.kind === 'action' && floor.kind === 'action')
    return { ...finding, owner: finding.owner ?? floor.owner, due: finding.due ?? floor.due }
  if (finding.kind === 'question' && floor.kind === 'question')
    return { ...finding, answer: finding.answer ?? floor.answer }
  return finding
}
