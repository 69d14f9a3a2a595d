/** How a stretch sounds. */
import type { Finding } from './finding.ts'
import type { ReadSentence } from './sentence-list.ts'

const stretchMs = 120_000
/** Fewer words that sound of something tell nothing of a stretch. */
const leastWords = 3

/** One for every two minutes in which enough words sound of something, with the sentences that sound most of it. */
export function findTone(sentences: readonly ReadSentence[]): Extract<Finding, { kind: 'tone' }>[] {
  const stretches = Map.groupBy(sentences, ({ startMs }) => Math.floor(startMs / stretchMs))
  return Array.from(stretches.values()).flatMap((inside) => {
    const heard = inside.filter(({ reading }) => reading.tones.weight > 0)
    const weight = heard.reduce((total, { reading }) => total + reading.tones.weight, 0)
    if (heard.length < leastWords) return []
    const sum = heard.reduce((total, { reading }) => total + reading.tones.sum, 0)
    const [first] = inside
    return [
      {
        kind: 'tone' as const,
        startMs: first?.startMs ?? 0,
        endMs: Math.max(...inside.map(({ endMs }) => endMs)),
        score: Math.round((sum / weight) * 100) / 100,
        citations: heard
          .toSorted((a, b) => Math.abs(b.reading.tones.sum) - Math.abs(a.reading.tones.sum))
          .slice(0, 3)
          .toSorted((a, b) => a.startMs - b.startMs)
          .flatMap(({ citations }) => citations),
      },
    ]
  })
}
