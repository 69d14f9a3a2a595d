import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { holdBack } from './hold-back.ts'

function said(text: string, startMs: number): Segment {
  const words = text.split(' ').map((word, n) => ({
    text: word,
    startMs: startMs + n * 100,
    endMs: startMs + (n + 1) * 100,
    confidence: 0.9,
  }))
  const endMs = words.at(-1)?.endMs ?? startMs
  const id = SegmentId.parse(randomUUID())
  return { id, track: 'me', speaker: null, startMs, endMs, text, status: 'final', words }
}
const held = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs })
const texts = (segments: readonly Segment[]): string[] => segments.map(({ text }) => text)

it('takes nothing away where nothing was held back', () => {
  const fresh = [said('who owns it', 0)]
  expect(holdBack(fresh, [], [])).toEqual(fresh)
})

it('holds back the same words again, and other words of a place where nothing was kept', () => {
  const fresh = [said('the budget is five', 0), said('okay', 2_000)]
  expect(texts(holdBack(fresh, [held('the budgets is nine', 0, 400)], []))).toEqual(['okay'])
})

it('keeps the words that were said here at the same time', () => {
  const fresh = [said('the budget I disagree', 0)]
  const kept = [said('I disagree', 200)]
  expect(texts(holdBack(fresh, [held('the budget', 0, 400)], kept))).toEqual(['I disagree'])
})

it('gives what remains its own time', () => {
  const [rest] = holdBack([said('we agree the budget', 0)], [held('the budget', 200, 400)], [])
  expect(rest).toMatchObject({ text: 'we agree', startMs: 0, endMs: 200 })
})
