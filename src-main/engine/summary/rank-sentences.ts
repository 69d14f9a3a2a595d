/**
 * Which sentences of a text say the most: LexRank (Erkan and Radev, 2004), a walk over sentences that lead to each other
 * as far as they are alike, and maximal marginal relevance (Carbonell and Goldstein, 1998) against saying things twice.
 */
import type { Sentence } from './said.ts'

export interface Ranked {
  readonly sentence: Sentence
  /** 0 to 1: the most telling has 1. */
  readonly score: number
}

interface Weighed {
  readonly sentence: Sentence
  /** Of unit length, or empty. */
  readonly vector: ReadonlyMap<string, number>
}

const damping = 0.85
const rounds = 30
const alike = 0.1
/** Sentences that are compared with each other at once; longer meetings are ranked in stretches and then their best. */
const stretch = 700
const bestOfStretch = 60
/** Sentences shorter than this many content words say little by themselves. */
const fewTerms = 4

/** The most telling first. */
export function rank(sentences: readonly Sentence[]): Ranked[] {
  const telling = sentences.filter(({ terms }) => terms.length >= 2)
  if (telling.length <= stretch) return rankStretch(telling)
  const stretches = Math.ceil(telling.length / stretch)
  const size = Math.ceil(telling.length / stretches)
  const best = Array.from({ length: stretches }, (_, index) =>
    rankStretch(telling.slice(index * size, (index + 1) * size))
      .slice(0, Math.max(4, Math.min(bestOfStretch, Math.floor((2 * stretch) / stretches))))
      .map(({ sentence }) => sentence),
  ).flat()
  return rankStretch(best)
}

/** So many of them, each of which adds something, in the order in which they were said. */
export function withoutRepetition(ranked: readonly Ranked[], count: number): Sentence[] {
  const candidates = weigh(ranked.slice(0, Math.max(50, count * 10)).map((one) => one.sentence))
  const chosen: Weighed[] = []
  const left = candidates.map((one, index) => ({ one, score: ranked[index]?.score ?? 0, near: 0 }))
  while (chosen.length < count && left.length > 0) {
    const gain = ({ score, near }: { score: number; near: number }): number =>
      0.7 * score - 0.3 * near
    const best = left.reduce((a, b) => (gain(b) > gain(a) ? b : a))
    left.splice(left.indexOf(best), 1)
    // What was said before in the same words adds nothing.
    if (best.near > 0.9) continue
    chosen.push(best.one)
    for (const other of left)
      other.near = Math.max(other.near, cosine(best.one.vector, other.one.vector))
  }
  return chosen
    .map(({ sentence }) => sentence)
    .toSorted((a, b) => a.citation.startMs - b.citation.startMs)
}

function rankStretch(sentences: readonly Sentence[]): Ranked[] {
  const weighed = weigh(sentences)
  const scores = walk(likeness(weighed), weighed.length)
  const said = weighed.map(({ sentence }, index) => ({
    sentence,
    score: (scores[index] ?? 0) * Math.min(1, sentence.terms.length / fewTerms),
  }))
  const most = Math.max(...said.map(({ score }) => score), Number.MIN_VALUE)
  return said
    .map(({ sentence, score }) => ({ sentence, score: score / most }))
    .toSorted((a, b) => b.score - a.score)
}

/** How alike each sentence is to each other one, row after row; rows add up to 1 where a sentence is like any other. */
function likeness(weighed: readonly Weighed[]): Float64Array {
  const count = weighed.length
  const holding = new Map<string, { readonly index: number; readonly weight: number }[]>()
  for (const [index, { vector }] of weighed.entries())
    for (const [term, weight] of vector) {
      const known = holding.get(term)
      if (known) known.push({ index, weight })
      else holding.set(term, [{ index, weight }])
    }
  const rows = new Float64Array(count * count)
  for (const [from, { vector }] of weighed.entries()) {
    const row = rows.subarray(from * count, (from + 1) * count)
    for (const [term, weight] of vector)
      for (const other of holding.get(term) ?? [])
        row[other.index] = (row[other.index] ?? 0) + weight * other.weight
    row[from] = 0
    let sum = 0
    for (let to = 0; to < count; to += 1) {
      if ((row[to] ?? 0) < alike) row[to] = 0
      sum += row[to] ?? 0
    }
    if (sum > 0) for (let to = 0; to < count; to += 1) row[to] = (row[to] ?? 0) / sum
  }
  return rows
}

function walk(rows: Float64Array, count: number): Float64Array {
  let scores = new Float64Array(count).fill(1)
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(count).fill(1 - damping)
    for (let from = 0; from < count; from += 1) {
      const given = damping * (scores[from] ?? 0)
      const at = from * count
      for (let to = 0; to < count; to += 1)
        next[to] = (next[to] ?? 0) + given * (rows[at + to] ?? 0)
    }
    scores = next
  }
  return scores
}

/** Words that many sentences share count little, so that small words need no list. */
function weigh(sentences: readonly Sentence[]): Weighed[] {
  const inSentences = new Map<string, number>()
  for (const { terms } of sentences)
    for (const term of new Set(terms)) inSentences.set(term, (inSentences.get(term) ?? 0) + 1)
  return sentences.map((sentence) => {
    const vector = new Map<string, number>()
    for (const term of sentence.terms) {
      const rarity = Math.log((1 + sentences.length) / (1 + (inSentences.get(term) ?? 0)))
      if (rarity > 0) vector.set(term, (vector.get(term) ?? 0) + rarity)
    }
    const length = Math.hypot(...vector.values())
    if (length > 0) for (const [term, weight] of vector) vector.set(term, weight / length)
    return { sentence, vector }
  })
}

function cosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0)
  return sum
}
