import { expect, it } from 'vitest'
import type { PerformanceSample } from '#contract/performance.ts'
import { chartsOf, extremes } from './chart-lines.ts'

const sample = (seconds: number, more: Partial<PerformanceSample> = {}): PerformanceSample => ({
  at: new Date(seconds * 1000).toISOString(),
  spanMs: 2000,
  meetingId: null,
  lagMs: null,
  lookMs: null,
  decoding: 0,
  processes: [],
  gpu: null,
  tokensPerSecond: null,
  ...more,
})

it('leaves out what nobody measured', () => {
  const { charts } = chartsOf([sample(1, { lagMs: 300 }), sample(3)])
  expect(charts.map(({ id }) => id)).toEqual(['lag', 'decoding'])
  expect(charts[0]?.lines[0]?.values).toEqual([300, null])
})

it('gives each process a line, with holes where it did not run', () => {
  const engine = { name: 'engine', cpu: 0.1, memoryBytes: 100 } as const
  const recognition = { name: 'recognition', cpu: 0.8, memoryBytes: 300 } as const
  const { charts } = chartsOf([
    sample(1, { processes: [engine] }),
    sample(3, { processes: [engine, recognition] }),
  ])
  const memory = charts.find(({ id }) => id === 'memory')
  expect(memory?.lines).toEqual([
    { id: 'engine', values: [100, 100] },
    { id: 'recognition', values: [null, 300] },
  ])
  expect(memory && extremes(memory)).toEqual({ last: 400, most: 400 })
})

it('the last value is the last that is known', () => {
  const { charts } = chartsOf([sample(1, { lagMs: 900 }), sample(3, { lagMs: 300 }), sample(5)])
  expect(charts[0] && extremes(charts[0])).toEqual({ last: 300, most: 900 })
})

it('no line joins two times between which nothing was measured', () => {
  const { atSeconds, charts } = chartsOf([
    sample(2, { lagMs: 100 }),
    sample(4, { lagMs: 200 }),
    sample(60, { lagMs: 300 }),
  ])
  expect(atSeconds).toEqual([2, 4, 58, 60])
  expect(charts[0]?.lines[0]?.values).toEqual([100, 200, null, 300])
})
