import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BLOCK, inParts, loudestOf } from './loudest.ts'

describe('loudestOf', () => {
  it('keeps the loudest sample of each block, whatever its sign, and no part of a block', () => {
    const samples = new Int16Array(2 * BLOCK + 10)
    samples[5] = -32_768
    samples[BLOCK] = 16_384
    samples[2 * BLOCK] = 32_767
    expect([...loudestOf(samples)]).toEqual([255, 128])
  })
})

describe('inParts', () => {
  it.each([
    ['as many parts as values', [0, 51, 255, 102], 4, [0, 0.2, 1, 0.4]],
    ['fewer parts', [0, 51, 255, 102], 2, [0.2, 1]],
    ['more parts than values', [0, 255], 4, [0, 0, 1, 1]],
    ['nothing behind the end', [255], 1, [1]],
  ])('makes %s', (_, values, count, expected) => {
    const parts = inParts(Uint8Array.from(values), { from: 0, to: values.length, count })
    expect(parts).toEqual(expected)
  })

  it('is silent behind the last value', () => {
    expect(inParts(Uint8Array.from([255]), { from: 0, to: 3, count: 3 })).toEqual([1, 0, 0])
  })

  it('loses nothing that is loud', () => {
    const values = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 300 }), (loud, count) => {
        const parts = inParts(Uint8Array.from(loud), { from: 0, to: loud.length, count })
        expect(parts).toHaveLength(count)
        expect(Math.max(...parts)).toBeCloseTo(Math.max(...loud) / 255, 3)
      }),
    )
  })
})
