import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fourier } from './fourier.ts'

const transform = fourier(16)

describe('fourier', () => {
  it('finds a tone at its place', () => {
    const re = Float64Array.from({ length: 16 }, (_, n) => Math.cos((2 * Math.PI * 3 * n) / 16))
    const im = new Float64Array(16)
    transform.forward({ re, im })
    const strong = Array.from(re, (value, k) => [k, Math.hypot(value, im[k] ?? 0)] as const)
      .filter(([, strength]) => strength > 1e-9)
      .map(([k]) => k)
    expect(strong).toEqual([3, 13])
  })

  it('comes back to where it began', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 32,
      maxLength: 32,
    })
    fc.assert(
      fc.property(values, (numbers) => {
        const re = Float64Array.from(numbers.slice(0, 16))
        const im = Float64Array.from(numbers.slice(16))
        transform.forward({ re, im })
        transform.inverse({ re, im })
        for (let n = 0; n < 16; n++) {
          expect((re[n] ?? 0) / 16).toBeCloseTo(numbers[n] ?? 0, 9)
          expect((im[n] ?? 0) / 16).toBeCloseTo(numbers[16 + n] ?? 0, 9)
        }
      }),
    )
  })
})
