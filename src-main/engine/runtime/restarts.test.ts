import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterLoss, fresh, hurried, isResting, restMs, type Restarts, waitMs } from './restarts.ts'

const rules = { waitsMs: [100, 1_000, 3_000], firstRestMs: 5_000, longestRestMs: 60_000 }

function lostAt(times: readonly number[]): Restarts {
  return times.reduce((so, ms) => afterLoss(so, ms, rules), fresh)
}

it.each([
  [[], 0],
  [[0], 100],
  [[0, 200], 1_000],
  [[0, 200, 1_300], 3_000],
])('after losses at %j it is started again %d ms later', (times, ms) => {
  expect(waitMs(lostAt(times), rules)).toBe(ms)
  expect(isResting(lostAt(times), 2_000)).toBe(false)
})

it('rests after the fourth loss in a row, and twice as long after each loss that follows', () => {
  let so = lostAt([0, 1, 2, 3])
  const rests: number[] = []
  for (let now = 3; rests.length < 6;) {
    rests.push(restMs(so, now))
    now += restMs(so, now)
    expect(isResting(so, now - 1)).toBe(true)
    expect(isResting(so, now)).toBe(false)
    so = afterLoss(so, now, rules)
  }
  expect(rests).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000])
})

it('is tried at once where somebody wants that, and rests again where that fails', () => {
  const so = hurried(lostAt([0, 1, 2, 3]))
  expect(isResting(so, 4)).toBe(false)
  expect(restMs(afterLoss(so, 4, rules), 4)).toBe(10_000)
})

it('never starts a worker that keeps failing more often than the rules allow', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 50, maxLength: 50 })
  fc.assert(
    fc.property(gaps, (lives) => {
      let so = fresh
      let now = 0
      let starts = 0
      for (const life of lives) {
        now += waitMs(so, rules) + restMs(so, now)
        starts += 1
        now += life
        so = afterLoss(so, now, rules)
      }
      // Four starts, then never two within the rest between them.
      expect(now).toBeGreaterThanOrEqual((starts - 8) * 60_000)
    }),
  )
})
