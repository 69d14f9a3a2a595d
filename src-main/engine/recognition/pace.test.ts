import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { efforts, type Pace, paceAfter, steady } from './pace.ts'

/** The same lag once a second, so many times. */
function after(pace: Pace, times: number, lagMs: number, fromMs = 0): Pace {
  let next = pace
  for (let n = 0; n < times; n++) next = paceAfter(next, fromMs + n * 1000, lagMs)
  return next
}

describe('paceAfter', () => {
  it.each([
    [900, 0],
    [1_600, 1],
    [2_100, 2],
    [3_100, 3],
    [5_100, 4],
    [10_100, 5],
  ])('a lag of %i ms leads to step %i', (lagMs, step) => {
    expect(after(steady, 5, lagMs).step).toBe(step)
  })

  it('takes one late text for none', () => {
    expect(paceAfter(steady, 0, 60_000).step).toBe(0)
    expect(paceAfter(after(steady, 20, 100), 20_000, 9_000).step).toBe(0)
  })

  it('comes back one step at a time, each after a calm while', () => {
    const slow = after(steady, 5, 6_000)
    expect(slow.step).toBe(4)
    const calm = after(slow, 30, 200, 5_000)
    expect(calm.step).toBe(4)
    expect(after(calm, 2, 200, 35_000).step).toBe(3)
    expect(after(calm, 150, 200, 35_000).step).toBe(0)
  })

  it('stays while text is neither late nor close', () => {
    const slow = after(steady, 5, 2_500)
    expect(after(slow, 100, 1_000, 5_000).step).toBe(slow.step)
  })

  it('never leaves its steps, never goes back by more than one, and remembers only what counts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5_000), fc.nat(20_000)), { maxLength: 200 }), (lags) => {
        let pace = steady
        let atMs = 0
        for (const [laterMs, lagMs] of lags) {
          atMs += laterMs
          const next = paceAfter(pace, atMs, lagMs)
          expect(efforts[next.step]).toBeDefined()
          expect(next.step).toBeGreaterThanOrEqual(pace.step - 1)
          expect(next.lags.every((lag) => lag.atMs > atMs - 20_000)).toBe(true)
          pace = next
        }
      }),
    )
  })
})

it('gives up more at each step, and never decoding itself', () => {
  const given = efforts.map(({ slower, oneThread, prompted, settling, smaller }) =>
    [slower === null ? 9 : slower, oneThread, !prompted, !settling, smaller].map(Number),
  )
  for (const [index, step] of given.entries())
    for (const [which, value] of step.entries())
      expect(value).toBeGreaterThanOrEqual(given[index - 1]?.[which] ?? 0)
})
