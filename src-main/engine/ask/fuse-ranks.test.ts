import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fuseRanks } from './fuse-ranks.ts'

const lists = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), {
  maxLength: 4,
})

it.each([
  ['nothing', [], []],
  ['one list as it is', [[3, 1, 2]], [3, 1, 2]],
  [
    'first what both hold',
    [
      [1, 2],
      [3, 2],
    ],
    [2, 1, 3],
  ],
  ['of equals the one of the first list', [[1], [2]], [1, 2]],
])('gives %s', (_, given, expected) => {
  expect(fuseRanks(given)).toEqual(expected)
})

it('loses nothing, doubles nothing, and moves nothing down that a list moves up', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const fused = fuseRanks(given)
      expect(fused.toSorted((a, b) => a - b)).toEqual(
        [...new Set(given.flat())].toSorted((a, b) => a - b),
      )
      const first = fused.at(-1)
      if (first === undefined) return
      const raised = fuseRanks([...given, [first]])
      expect(raised.indexOf(first)).toBeLessThanOrEqual(fused.indexOf(first))
    }),
  )
})
