import fc from 'fast-check'
import { expect, it } from 'vitest'
import { afterReading, leaks, type MemoryTrail, noTrail } from './memory-trail.ts'

const rules = { settling: 3, spareBytes: 100, patience: 2 }

function read(...readings: readonly number[]): MemoryTrail {
  return readings.reduce((trail, bytes) => afterReading(trail, bytes, rules), noTrail)
}

it.each([
  ['what it needs is not known yet', [10, 900], false],
  ['it holds what it needs', [10, 900, 50, 50, 50], false],
  ['it holds twice of that and what may come and go', [0, 0, 50, 200, 200, 200], false],
  ['it was over the bound once', [0, 0, 50, 201, 60, 201], false],
  ['it stays over the bound', [0, 0, 50, 201, 201], true],
  ['a large model was large from the start', [0, 0, 5_000, 5_200, 5_900], false],
] as const)('a worker leaks where %s: %s, %s', (_, readings, expected) => {
  expect(leaks(read(...readings), rules)).toBe(expected)
})

it('is never blamed for going up and down within twice of its least', () => {
  const held = fc.array(fc.integer({ min: 500, max: 1_000 }), { maxLength: 100 })
  fc.assert(
    fc.property(held, (readings) => {
      expect(leaks(read(...readings), rules)).toBe(false)
    }),
  )
})
