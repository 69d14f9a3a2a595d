import { expect, it } from 'vitest'
import { usageMeter } from './usage-meter.ts'

function setUp() {
  const own = { cpuMs: 100, memoryBytes: 50 }
  return { own, meter: usageMeter(() => ({ ...own })) }
}

it('tells what was used since the last look, as a share of a core', () => {
  const { own, meter } = setUp()
  own.cpuMs = 600
  meter.heard('recognition', { cpuMs: 3_000, memoryBytes: 900 })
  expect(meter.read(2_000)).toEqual([
    { name: 'engine', cpu: 0.25, memoryBytes: 50 },
    { name: 'recognition', cpu: 1.5, memoryBytes: 900 },
  ])
  expect(meter.read(2_000).map(({ cpu }) => cpu)).toEqual([0, 0])
})

it('counts a process that was started anew from nothing', () => {
  const { meter } = setUp()
  meter.heard('recognition', { cpuMs: 5_000, memoryBytes: 1 })
  meter.read(1_000)
  meter.heard('recognition', { cpuMs: 200, memoryBytes: 1 })
  expect(meter.read(1_000)).toContainEqual({ name: 'recognition', cpu: 0.2, memoryBytes: 1 })
})

it('forgets a process that is gone', () => {
  const { meter } = setUp()
  meter.heard('language', { cpuMs: 10, memoryBytes: 1 })
  meter.heard('language', null)
  expect(meter.read(1_000).map(({ name }) => name)).toEqual(['engine'])
})
