import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAffordable, planMeans } from './plan-means.ts'

const model = (modelId: string) => ({ modelId, modelPath: `/models/${modelId}` })
const named = (plan: ReturnType<typeof planMeans>): string[] =>
  plan.map(({ modelId, beams }) => `${modelId}${beams ? ' beams' : ''}`)

describe('planMeans', () => {
  it('falls back to the model that heard the meeting', () => {
    expect(named(planMeans(model('large'), model('tiny')))).toEqual([
      'large beams',
      'large',
      'tiny beams',
      'tiny',
    ])
  })

  it('has one model where that is the best, or where the other one is gone', () => {
    expect(named(planMeans(model('tiny'), model('tiny')))).toEqual(['tiny beams', 'tiny'])
    expect(named(planMeans(model('large'), null))).toEqual(['large beams', 'large'])
  })
})

describe('isAffordable', () => {
  it.each([
    ['nobody counts', { leftMs: null, spentMs: 90_000, readMs: 20_000, restMs: 60_000 }, true],
    ['the rest fits', { leftMs: 30_000, spentMs: 10_000, readMs: 20_000, restMs: 60_000 }, true],
    [
      'the rest does not',
      { leftMs: 29_000, spentMs: 10_000, readMs: 20_000, restMs: 60_000 },
      false,
    ],
    [
      'too little was read to tell',
      { leftMs: 9_000, spentMs: 9_000, readMs: 900, restMs: 60_000 },
      true,
    ],
    ['nothing is left to spend', { leftMs: 0, spentMs: 9_000, readMs: 900, restMs: 60_000 }, false],
    ['nothing is left to read', { leftMs: 0, spentMs: 9_000, readMs: 900, restMs: 0 }, true],
  ])('%s', (_, spending, expected) => {
    expect(isAffordable(spending)).toBe(expected)
  })

  it('never turns away what is cheaper', () => {
    const ms = fc.nat(1_000_000)
    fc.assert(
      fc.property(ms, ms, ms, ms, ms, (leftMs, spentMs, readMs, restMs, less) => {
        const spending = { leftMs, spentMs, readMs, restMs }
        if (!isAffordable(spending)) return
        expect(isAffordable({ ...spending, spentMs: Math.max(0, spentMs - less) })).toBe(true)
        expect(isAffordable({ ...spending, leftMs: leftMs + less })).toBe(true)
      }),
    )
  })
})
