import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toSamples } from '../audio/frames.ts'
import { hopAfter, hopRules, rememberCost } from './hop.ts'

it.each([
  ['often where looks cost little', [50, 60, 70], 1, 1, 400],
  ['less often where they cost more', [600, 600, 600], 1, 1, 780],
  ['half as often for two voices', [600, 600, 600], 2, 1, 1560],
  ['less often still where text falls behind', [600, 600, 600], 1, 2, 1560],
  ['at the least every three seconds', [9000], 2, 3, 3000],
  ['often before anything is known', [], 0, 1, 400],
] as const)('looks %s', (_, costs, voices, slower, expectedMs) => {
  expect(hopAfter(costs, voices, slower)).toBe(toSamples(expectedMs))
})

it('always leaves time beside looking, as long as a hop has room for it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000), { minLength: 1 }), (all) => {
      const costs = all.reduce<readonly number[]>(rememberCost, [])
      const worstMs = Math.max(...costs)
      const hop = hopAfter(
        costs.map(() => worstMs),
        1,
      )
      expect(hop).toBeGreaterThanOrEqual(toSamples(Math.min(worstMs, hopRules.mostMs)))
    }),
  )
})
