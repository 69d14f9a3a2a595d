import type { Finding } from './finding.ts'
import { mayBeOthers, type ReadSentence } from './sentence-list.ts'

type Decision = Extract<Finding, { kind: 'decision' }>

/** Who only agrees is short about it. */
const shortWords = 8

export interface DecisionAt {
  readonly at: number
  readonly decision: Decision
}

/** What was settled by who said so, or was proposed and then agreed to. */
export function findDecisions(sentences: readonly ReadSentence[]): DecisionAt[] {
  const found: DecisionAt[] = []
  const used = new Set<number>()
  for (const [at, sentence] of sentences.entries()) {
    if (used.has(at)) continue
    const agreed = sentence.reading.proposes ? agreementAfter(sentences, at) : []
    if (!sentence.reading.decides && agreed.length === 0) continue
    for (const other of agreed) used.add(other)
    const cited = [at, ...agreed].flatMap((each) => sentences[each]?.citations ?? [])
    found.push({
      at,
      decision: {
        kind: 'decision',
        text: sentence.text.slice(0, 1000),
        changes: null,
        citations: [...new Map(cited.map((each) => [each.segmentId, each])).values()],
      },
    })
  }
  return found
}

/** The sentences right behind a proposal in which others say yes to it. */
function agreementAfter(sentences: readonly ReadSentence[], at: number): number[] {
  const proposal = sentences[at]
  const yes: number[] = []
  for (let next = at + 1; next <= at + 4; next++) {
    const sentence = sentences[next]
    if (!proposal || !sentence) break
    const { agrees, decides, ignorant, line } = sentence.reading
    if (ignorant || (yes.length > 0 && line.words.length > shortWords)) break
    const others = mayBeOthers(proposal, sentence)
    if (yes.length === 0 ? !(others && agrees) : !agrees && !decides) break
    yes.push(next)
  }
  return yes
}
