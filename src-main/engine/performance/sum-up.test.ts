import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import type { PerformanceSample } from '#contract/performance.ts'
import { inOne, sumUp } from './sum-up.ts'

const meetings = [1, 2].map((n) => MeetingId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000000${n}`))

const sample = (more: Partial<PerformanceSample> = {}): PerformanceSample => ({
  at: '2026-11-28T08:00:00.000Z',
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

it('sums up by time what is a share, and keeps the worst of what is worst', () => {
  const engine = (cpu: number, memoryBytes: number) =>
    ({ name: 'engine', cpu, memoryBytes }) as const
  const one = inOne([
    sample({ lagMs: 200, decoding: 1, processes: [engine(1, 100)], spanMs: 1000 }),
    sample({ lagMs: 900, decoding: 0, processes: [engine(0, 300)], spanMs: 3000 }),
  ])
  expect(one).toMatchObject({ spanMs: 4000, lagMs: 900, decoding: 0.25 })
  expect(one.processes).toEqual([{ name: 'engine', cpu: 0.25, memoryBytes: 300 }])
})

it('what nobody measured stays unknown', () => {
  expect(inOne([sample(), sample()])).toMatchObject({ lagMs: null, lookMs: null, gpu: null })
})

it('never tells more than it may, never mixes meetings, and loses no time while there is room', () => {
  const owners = fc.array(fc.constantFrom(null, ...meetings), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(owners, fc.integer({ min: 1, max: 80 }), (ids, most) => {
      const samples = ids.map((meetingId) => sample({ meetingId }))
      const summed = sumUp(samples, most)
      expect(summed.length).toBeLessThanOrEqual(most)
      const runs = ids.filter((id, index) => index === 0 || id !== ids[index - 1]).length
      const time = (all: readonly PerformanceSample[]): number =>
        all.reduce((sum, { spanMs }) => sum + spanMs, 0)
      if (runs <= most) expect(time(summed)).toBe(time(samples))
    }),
  )
})
