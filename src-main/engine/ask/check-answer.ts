/** What a language model answered is shown only as far as the places that it cites bear it out. */
import type { SearchHit } from '#contract/meeting.ts'
import { unsupported } from '../evidence/check-support.ts'
import type { AnswerLine } from './answer.ts'

interface WrittenLine {
  readonly text: string
  readonly cites: readonly number[]
}

/** `record` by number, from 1. A line goes whole, or stays as it is. */
export function checkAnswer(
  lines: readonly WrittenLine[],
  record: readonly SearchHit[],
): { readonly kept: AnswerLine[]; readonly dropped: number } {
  const kept = lines.flatMap(({ text, cites }) => {
    const claim = text.replaceAll(/\s+/gu, ' ').trim()
    const hits = [...new Set(cites)].map((number) => record[number - 1])
    const resolved = hits.filter((hit) => hit !== undefined)
    if (claim === '' || resolved.length === 0 || resolved.length < hits.length) return []
    const evidence = resolved.flatMap(({ segment }) => [segment.text, segment.speaker ?? ''])
    return unsupported(claim, evidence).length === 0 ? [{ text: claim, hits: resolved }] : []
  })
  return { kept, dropped: lines.length - kept.length }
}
