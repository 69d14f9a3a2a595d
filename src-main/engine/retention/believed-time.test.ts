import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterSeeing, isBelieved, type SeenTime } from './believed-time.ts'

const dayMs = 24 * 60 * 60_000
const year2099 = (2099 - 1970) * 365 * dayMs

function seen(...days: readonly number[]): SeenTime {
  const [last] = days
    .map((day) => day * dayMs)
    .reduce<[SeenTime | null]>(([before], ms) => [afterSeeing(before, ms)], [null])
  if (!last) throw new Error('It was never seen.')
  return last
}

it.each([
  ['is seen for the first time', [20_000], true],
  ['goes on from day to day', [20_000, 20_001, 20_001.5], true],
  ['is seen once a week', [20_000, 20_007, 20_014], true],
  ['was put back by an hour', [20_000, 19_999.96], true],
  ['was put back by years', [20_000, 1], true],
  ['leaps by a month', [20_000, 20_030], false],
  [
    'leaps, and is looked at again and again on that day',
    [20_000, 20_030.1, 20_030.2, 20_030.9],
    false,
  ],
  ['leaps by a month and goes on for three days', [20_000, 20_030, 20_031, 20_032], true],
  ['is seen once a month', [20_000, 20_030, 20_060, 20_090], true],
  ['leapt, and was put right', [20_000, 47_000, 20_001], true],
  ['fell to 1970, and was put right', [20_000, 0, 20_001], false],
  ['fell to 1970, and was right for three days', [20_000, 0, 20_001, 20_002, 20_003], true],
])('a clock that %s: %j, believed: %s', (_, days, expected) => {
  expect(isBelieved(seen(...days))).toBe(expected)
})

it('is never believed to be in 2099 on the day on which it leaps there, whatever came before', () => {
  const steps = fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 30 })
  const looks = fc.integer({ min: 1, max: 20 })
  fc.assert(
    fc.property(steps, looks, (gaps, count) => {
      let day = 20_000
      const days = gaps.map((gap) => (day += gap))
      const leapt = Array.from({ length: count }, (_, at) => year2099 / dayMs + at / 40)
      expect(isBelieved(seen(20_000, ...days, ...leapt))).toBe(false)
    }),
  )
})
