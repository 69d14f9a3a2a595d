import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Bucket, spend, take } from './token-bucket.ts'

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

it('never gives more than burst and rate allow', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 400 }), { maxLength: 60 }), (steps) => {
      let [bucket, nowMs, given]: [Bucket, number, number] = [null, 0, 0]
      for (const stepMs of steps) {
        nowMs += stepMs
        const [next, had] = take(bucket, rate, nowMs)
        bucket = next
        given += had ? 1 : 0
      }
      const risenMs = steps.reduce((sum, step) => sum + Math.max(0, step), 0)
      expect(given).toBeLessThanOrEqual(rate.burst + (risenMs / 1000) * rate.perSecond + 1e-6)
    }),
  )
})

it('counts what came all the same, and names the time until it is paid', () => {
  let bucket: Bucket = null
  const waits: number[] = []
  for (const atMs of [0, 0, 0, 0, 0, 100, 400]) {
    const [next, waitMs] = spend(bucket, rate, atMs)
    bucket = next
    waits.push(waitMs)
  }
  expect(waits).toEqual([0, 0, 0, 100, 200, 200, 0])
})
