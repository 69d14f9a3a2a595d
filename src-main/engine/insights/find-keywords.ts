import type { Citation } from '#contract/citation.ts'
import type { Finding } from './finding.ts'
import type { ReadSentence } from './sentence-list.ts'

type Keyword = Extract<Finding, { kind: 'keyword' }>

const most = 20
const leastCount = 2

interface Counted {
  readonly key: string
  readonly words: number
  count: number
  /** How often it was said within longer phrases that are counted themselves, and of how many. */
  nestedCount: number
  nestedIn: number
  readonly forms: Map<string, number>
  readonly said: Citation[]
}

/**
 * Phrases by their C-value (Frantzi, Ananiadou, Mima 2000): log2 of the length, times how often it was said, less what it
 * was said only as a part of longer ones. One is added to lengths, so that single words count too.
 */
export function findKeywords(sentences: readonly ReadSentence[]): Keyword[] {
  const counted = count(sentences)
  const frequent = Array.from(counted.values()).filter(({ count: times }) => times >= leastCount)
  for (const longer of frequent.toSorted((a, b) => b.words - a.words)) {
    for (const part of partsOf(longer.key)) {
      const shorter = counted.get(part)
      if (!shorter) continue
      shorter.nestedCount += longer.count
      shorter.nestedIn++
    }
  }
  const scored = frequent
    .map((phrase) => ({ phrase, score: cValue(phrase) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.phrase.key < b.phrase.key ? -1 : 1))
  const best = scored[0]?.score ?? 1
  const chosen: typeof scored = []
  for (const candidate of scored) {
    if (chosen.length >= most) break
    const overlaps = chosen.some(({ phrase }) => holds(phrase.key, candidate.phrase.key))
    if (!overlaps) chosen.push(candidate)
  }
  return chosen.map(({ phrase, score }) => ({
    kind: 'keyword' as const,
    text: usualForm(phrase.forms).slice(0, 1000),
    count: phrase.count,
    weight: Math.round((score / best) * 1000) / 1000,
    citations: phrase.said,
  }))
}

function count(sentences: readonly ReadSentence[]): Map<string, Counted> {
  const counted = new Map<string, Counted>()
  for (const { reading, citations } of sentences) {
    for (const { key, text, words } of reading.phrases) {
      let phrase = counted.get(key)
      if (!phrase) {
        phrase = { key, words, count: 0, nestedCount: 0, nestedIn: 0, forms: new Map(), said: [] }
        counted.set(key, phrase)
      }
      phrase.count++
      phrase.forms.set(text, (phrase.forms.get(text) ?? 0) + 1)
      const [citation] = citations
      if (
        citation &&
        phrase.said.length < 5 &&
        phrase.said.at(-1)?.segmentId !== citation.segmentId
      )
        phrase.said.push(citation)
    }
  }
  return counted
}

function cValue({ words, count: times, nestedCount, nestedIn }: Counted): number {
  return Math.log2(words + 1) * (nestedIn === 0 ? times : times - nestedCount / nestedIn)
}

/** The runs of its words, shorter than itself. */
function partsOf(key: string): string[] {
  const words = key.split(' ')
  const parts: string[] = []
  for (let size = 1; size < words.length; size++)
    for (let from = 0; from + size <= words.length; from++)
      parts.push(words.slice(from, from + size).join(' '))
  return parts
}

function holds(a: string, b: string): boolean {
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `)
}

/** The one that was said most often, rather without a capital. */
function usualForm(forms: ReadonlyMap<string, number>): string {
  return (
    Array.from(forms).toSorted(
      ([a, x], [b, y]) => y - x || Number(a !== a.toLowerCase()) - Number(b !== b.toLowerCase()),
    )[0]?.[0] ?? ''
  )
}
