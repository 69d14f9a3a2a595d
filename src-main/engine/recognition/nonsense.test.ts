import { expect, it } from 'vitest'
import { isNonsense } from './nonsense.ts'

function said(text: string, ids: readonly number[] = []) {
  const tokens = ids.map((id) => ({ id, text: '', probability: 1, startMs: 0, endMs: 0 }))
  const sure = { noSpeechProbability: 0, averageLogProbability: 0 }
  return { segments: [{ startMs: 0, endMs: 1_000, text, ...sure, tokens }] }
}

const many = (id: number, count: number): number[] => Array.from({ length: count }, () => id)

it.each([
  ['one sign over and over', said(' !!!!!!!!'), true],
  ['signs and a few letters', said('%%%a%%%%%%b%%%%'), true],
  ['one token over and over', said('the the the', [...many(7, 15), 1, 2]), true],
  ['a sentence', said('When does the contract end?', [1, 2, 3, 4, 5, 6]), false],
  ['another script', said('我们决定使用蓝色。'), false],
  ['marks for music', said('♪♪♪♪♪♪♪♪♪♪'), false],
  ['a long pause', said('. . . . . . . . . .'), false],
  ['a short cry', said('!!!'), false],
  ['a word said three times', said('no no no', many(3, 3)), false],
  ['nothing', { segments: [] }, false],
])('%s', (_, decoding, expected) => {
  expect(isNonsense(decoding)).toBe(expected)
})
