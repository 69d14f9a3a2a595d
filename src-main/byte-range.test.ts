import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteRange } from './byte-range.ts'

describe('byteRange', () => {
  it.each([
    ['nothing asked', null, null],
    ['from the beginning', 'bytes=0-', { from: 0, to: 100 }],
    ['a stretch', 'bytes=10-19', { from: 10, to: 20 }],
    ['one byte', 'bytes=99-99', { from: 99, to: 100 }],
    ['more than there is', 'bytes=90-500', { from: 90, to: 100 }],
    ['the last ten', 'bytes=-10', { from: 90, to: 100 }],
    ['more last ones than there are', 'bytes=-500', { from: 0, to: 100 }],
    ['behind the end', 'bytes=100-', 'unsatisfiable'],
    ['the last none', 'bytes=-0', 'unsatisfiable'],
    ['a stretch that ends before it begins', 'bytes=20-10', null],
    ['another unit', 'samples=0-1', null],
    ['two stretches', 'bytes=0-1,5-6', null],
    ['no stretch', 'bytes=-', null],
    ['no number', 'bytes=a-b', null],
  ])('%s', (_, header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected)
  })

  it('never leaves the file, whatever is asked', () => {
    const numbers = fc.option(fc.nat(300), { nil: '' as const })
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 1, max: 200 }), (first, last, total) => {
        const asked = byteRange(`bytes=${first}-${last}`, total)
        if (asked === null || asked === 'unsatisfiable') return
        expect(asked.from).toBeGreaterThanOrEqual(0)
        expect(asked.to).toBeGreaterThan(asked.from)
        expect(asked.to).toBeLessThanOrEqual(total)
      }),
    )
  })
})
