import type { Finding } from './finding.ts'
import type { Reading } from './read-sentence.ts'
import type { ReadSentence } from './sentence-list.ts'

type Topic = Extract<Finding, { kind: 'topic' }>

/** Words that carry something, on either side of a place that may be a turning. */
const blockWords = 60
const leastTopicMs = 90_000
/** A block's end is a turning where the valley is deeper than the average by this many deviations. */
const deviations = 0.4

/**
 * TextTiling (Hearst 1997): where the words of what comes before and after a place have least in common, and more in common
 * further on either side, the talk turns.
 */
export function findTopics(sentences: readonly ReadSentence[]): Topic[] {
  if (sentences.length === 0) return []
  const turnings = [0, ...turningsOf(sentences), sentences.length]
  const stretches = turnings
    .slice(0, -1)
    .map((from, at) => sentences.slice(from, turnings[at + 1]))
    .filter((inside) => inside.length > 0)
  const spread = new Map<string, number>()
  for (const inside of stretches)
    for (const key of new Set(
      inside.flatMap(({ reading }) => reading.phrases.map(({ key }) => key)),
    ))
      spread.set(key, (spread.get(key) ?? 0) + 1)
  return stretches.flatMap((inside) => topicOf(inside, spread, stretches.length))
}

function turningsOf(sentences: readonly ReadSentence[]): number[] {
  const gaps = gapsOf(sentences.map(({ reading }) => subjectsOf(reading)))
  const depths = gaps.map((gap, at) =>
    at === 0 ? 0 : climb(gaps, at, -1) + climb(gaps, at, 1) - 2 * gap,
  )
  const mean = depths.reduce((sum, depth) => sum + depth, 0) / Math.max(1, depths.length)
  const deviation = Math.sqrt(
    depths.reduce((sum, depth) => sum + (depth - mean) ** 2, 0) / Math.max(1, depths.length),
  )
  const chosen: number[] = []
  const endMs = sentences.at(-1)?.endMs ?? 0
  const byDepth = depths
    .map((depth, at) => ({ depth, at }))
    .filter(({ depth }) => depth > mean + deviations * deviation && depth > 0.1)
    .toSorted((a, b) => b.depth - a.depth || a.at - b.at)
  for (const { at } of byDepth) {
    const atMs = sentences[at]?.startMs ?? 0
    const near = [0, endMs, ...chosen.map((other) => sentences[other]?.startMs ?? 0)]
    if (near.every((other) => Math.abs(other - atMs) >= leastTopicMs)) chosen.push(at)
  }
  return chosen.toSorted((a, b) => a - b)
}

/** The highest value on one side before it falls again. */
function climb(gaps: readonly number[], at: number, step: -1 | 1): number {
  let best = gaps[at] ?? 0
  for (let next = at + step; next > 0 && next < gaps.length; next += step) {
    const value = gaps[next] ?? 0
    if (value < best) break
    best = value
  }
  return best
}

function subjectsOf({ phrases }: Reading): readonly string[] {
  return phrases.flatMap(({ key, words }) => (words === 1 ? [key] : []))
}

/** Before each sentence, how alike the words on either side are. */
function gapsOf(sentences: readonly (readonly string[])[]): number[] {
  const before = new Block()
  const behind = new Block()
  let first = 0
  let next = 0
  return sentences.map((subjects, at) => {
    while (next < sentences.length && behind.words < blockWords) behind.add(sentences[next++] ?? [])
    const gap = at === 0 ? 1 : likeness(before, behind)
    behind.drop(subjects)
    before.add(subjects)
    for (
      let oldest = sentences[first];
      oldest && before.words - oldest.length >= blockWords;
      oldest = sentences[first]
    ) {
      before.drop(oldest)
      first++
    }
    return gap
  })
}

/** Counts of the words of some sentences in a row. */
class Block {
  readonly counts = new Map<string, number>()
  words = 0
  /** The sum of the squares of all counts. */
  squares = 0

  add(subjects: readonly string[]): void {
    for (const subject of subjects) this.#change(subject, 1)
  }

  drop(subjects: readonly string[]): void {
    for (const subject of subjects) this.#change(subject, -1)
  }

  #change(subject: string, by: 1 | -1): void {
    const before = this.counts.get(subject) ?? 0
    this.words += by
    this.squares += (before + by) ** 2 - before ** 2
    if (before + by === 0) this.counts.delete(subject)
    else this.counts.set(subject, before + by)
  }
}

/** The cosine of the angle between what they count. */
function likeness(a: Block, b: Block): number {
  let dot = 0
  for (const [subject, count] of a.counts) dot += count * (b.counts.get(subject) ?? 0)
  return a.squares * b.squares === 0 ? 0 : dot / Math.sqrt(a.squares * b.squares)
}

/** Titled by what was said most in it and little elsewhere; null where nothing was. */
function topicOf(
  inside: readonly ReadSentence[],
  spread: ReadonlyMap<string, number>,
  topics: number,
): Topic[] {
  const counts = new Map<
    string,
    { count: number; text: string; words: number; said: ReadSentence[] }
  >()
  for (const sentence of inside)
    for (const { key, text, words } of sentence.reading.phrases) {
      const entry = counts.get(key) ?? { count: 0, text, words, said: [] }
      entry.count++
      entry.said.push(sentence)
      counts.set(key, entry)
    }
  const scored = Array.from(counts, ([key, entry]) => ({
    key,
    ...entry,
    score: entry.count * Math.log2(entry.words + 1) * Math.log(1 + topics / (spread.get(key) ?? 1)),
  })).toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
  const title: typeof scored = []
  for (const candidate of scored) {
    if (title.length >= 3 || (title.length > 0 && candidate.count < 2)) break
    if (
      !title.some(({ key }) =>
        candidate.key.split(' ').some((word) => key.split(' ').includes(word)),
      )
    )
      title.push(candidate)
  }
  const [first] = inside
  if (title.length === 0 || !first) return []
  const cited = title
    .flatMap(({ said }) => said.slice(0, 2))
    .toSorted((a, b) => a.startMs - b.startMs)
  return [
    {
      kind: 'topic',
      text: title
        .map(({ text }) => text)
        .join(', ')
        .slice(0, 1000),
      startMs: first.startMs,
      endMs: Math.max(...inside.map(({ endMs }) => endMs)),
      citations: [
        ...new Map(
          cited.flatMap(({ citations }) => citations).map((each) => [each.segmentId, each]),
        ).values(),
      ],
    },
  ]
}
