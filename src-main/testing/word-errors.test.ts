import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordErrorRate, wordErrors } from './word-errors.ts'

describe('wordErrors', () => {
  it.each([
    ['We agree.', 'we agree', 0, 0, 0],
    ['We all agree.', 'We agree.', 0, 1, 0],
    ['We agree.', 'We do agree.', 0, 0, 1],
    ['We agree.', 'We argue.', 1, 0, 0],
    ['', 'thanks for watching', 0, 0, 3],
    ['Good morning.', '', 0, 2, 0],
  ])('%s / %s', (said, heard, substituted, deleted, inserted) => {
    expect(wordErrors(said, heard)).toMatchObject({ substituted, deleted, inserted })
  })

  it('swaps deletions and insertions with its texts', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (left, right) => {
        const there = wordErrors(left.join(' '), right.join(' '))
        const back = wordErrors(right.join(' '), left.join(' '))
        const cost = ({ substituted, deleted, inserted }: typeof there) =>
          substituted + deleted + inserted
        expect(cost(there)).toBe(cost(back))
        expect(left.length - there.deleted + there.inserted).toBe(right.length)
      }),
    )
  })
})

it('weighs texts by their words', () => {
  const rate = wordErrorRate([wordErrors('a b c', 'a b c'), wordErrors('d', 'e')])
  expect(rate).toBe(0.25)
})
