import fc from 'fast-check'
import { expect, it } from 'vitest'
import { comparedWords, wordDistance } from './word-distance.ts'

const distance = (a: string, b: string): number => wordDistance(comparedWords(a), comparedWords(b))

it.each([
  ['One, two.', 'one two', 0],
  ['one two three', 'one tree', 2],
  ['', 'one two', 2],
  ['one two', '', 2],
  ['', '', 0],
])('%j and %j are %i words apart', (a, b, words) => {
  expect(distance(a, b)).toBe(words)
})

it('is the same from both sides, and never more than the longer text has words', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(wordDistance(a, b)).toBe(wordDistance(b, a))
      expect(wordDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
