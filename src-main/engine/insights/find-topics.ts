import type { Finding } from './finding.ts'
import type { ReadSentence } from './sentence-list.ts'

type Topic = Extract<Finding, { kind: 'topic' }>

/** Words that carry something, on either side of a place that may be a turning. */
const blockWords = 60
const leastTopicMs = 90_000
/** A block's end is a turning where the valley is deeper than the average by this many deviations. */
const deviations = 0.4

interface Block {
  readonly from: number
  readonly stems: Map<string, number>
}

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
  const gaps = sentences.map((_, at) =>
    at === 0 ? 1 : likeness(before(sentences, at), behind(sentences, at)),
  )
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

function before(sentences: readonly ReadSentence[], at: number): Block {
  const stems = new Map<string, number>()
  let from = at
  for (let words = 0; from > 0 && words < blockWords;) words += add(stems, sentences[--from])
  return { from, stems }
}

function behind(sentences: readonly ReadSentence[], at: number): Block {
  const stems = new Map<string, number>()
  for (let words = 0, next = at; next < sentences.length && words < blockWords; next++)
    words += add(stems, sentences[next])
  return { from: at, stems }
}

function add(stems: Map<string, number>, sentence: ReadSentence | undefined): number {
  let words = 0
  for (const phrase of sentence?.reading.phrases ?? []) {
    if (phrase.words > 1) continue
    stems.set(phrase.key, (stems.get(phrase.key) ?? 0) + 1)
    words++
  }
  return words
}

/** The cosine of the angle between what they count. */
function likeness(a: Block, b: Block): number {
  let dot = 0
  for (const [key, count] of a.stems) dot += count * (b.stems.get(key) ?? 0)
  const length = ({ stems }: Block): number =>
    Math.sqrt(Array.from(stems.values()).reduce((sum, count) => sum + count * count, 0))
  const lengths = length(a) * length(b)
  return lengths === 0 ? 0 : dot / lengths
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
