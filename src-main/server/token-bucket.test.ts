import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Bucket, take, waitMs } from './token-bucket.ts'

const rate = { burst: 3, perSecond: 10 }

it('gives a burst, then as many as the rate', () => {
  let bucket: Bucket = null
  const given: boolean[] = []
  for (const atMs of [0, 0, 0, 0, 50, 100, 150, 200, 10_000, 10_000, 10_000, 10_000]) {
    const [next, had] = take(bucket, rate, atMs)
    bucket = next
    given.push(had)
  }
  const [yes, no] = [true, false]
  expect(given).toEqual([yes, yes, yes, no, no, yes, no, yes, yes, yes, yes, no])
})

it('never gives more than burst and rate allow, and gives again after the wait that it names', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 400 }), { maxLength: 60 }), (steps) => {
      let [bucket, nowMs, latestMs, given]: [Bucket, number, number, number] = [null, 0, 0, 0]
      for (const stepMs of steps) {
        nowMs += stepMs
        latestMs = Math.max(latestMs, nowMs)
        const [next, had] = take(bucket, rate, nowMs)
        bucket = next
        given += had ? 1 : 0
      }
      const risenMs = steps.reduce((sum, step) => sum + Math.max(0, step), 0)
      expect(given).toBeLessThanOrEqual(rate.burst + (risenMs / 1000) * rate.perSecond + 1e-6)
      expect(take(bucket, rate, nowMs + waitMs(bucket, rate, nowMs) + 1)[1]).toBe(true)
    }),
  )
})
