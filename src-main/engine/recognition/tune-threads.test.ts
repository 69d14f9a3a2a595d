import fc from 'fast-check'
import { expect, it } from 'vitest'
import { threadCount, threadRules, type Threads, threadsAfter, threadsOf } from './tune-threads.ts'

/** So many decodes, each costing what its number of threads costs. */
function decode(threads: Threads, times: number, cost: (count: number) => number): Threads {
  let next = threads
  for (let n = 0; n < times; n++) next = threadsAfter(next, cost(threadCount(next)))
  return next
}

const idle = (count: number): number => 8 / count
const busy = (count: number): number => (count === 1 ? 8 : 400)
/** The cost of two trials, after which both ways are known. */
const compared = 2 * threadRules.trial

it('uses several threads where they are faster', () => {
  expect(threadCount(decode(threadsOf(4), compared, idle))).toBe(4)
})

it('uses one where several are slower, or bring hardly anything', () => {
  expect(threadCount(decode(threadsOf(4), compared, busy))).toBe(1)
  expect(threadCount(decode(threadsOf(2), compared, (count) => (count === 1 ? 8 : 7)))).toBe(1)
})

it('gives several up at the first decode that suffers, and comes back to them later', () => {
  const fast = decode(threadsOf(4), compared, idle)
  const dropped = decode(fast, 1, busy)
  expect(threadCount(dropped)).toBe(1)
  expect(threadCount(decode(dropped, threadRules.between - 1, busy))).toBe(1)
  const tried = decode(dropped, threadRules.between, busy)
  expect(threadCount(tried)).toBe(4)
  expect(threadCount(decode(tried, threadRules.trial, idle))).toBe(4)
})

it('has nothing to choose where there is one', () => {
  const one = threadsOf(1)
  expect(decode(one, 500, busy)).toBe(one)
})

it('always uses one or all, and remembers no more than it compares', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 600 }),
      (costs) => {
        let threads = threadsOf(4)
        for (const cost of costs) {
          threads = threadsAfter(threads, cost)
          expect([1, 4]).toContain(threadCount(threads))
          expect(threads.costs.many.length).toBeLessThanOrEqual(threadRules.trial)
          expect(threads.costs.one.length).toBeLessThanOrEqual(threadRules.trial)
        }
      },
    ),
  )
})
