import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resampledLength, resampler } from './resample.ts'
import { levelDb, sine } from './fixtures/sines.ts'

const rates = [
  8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 44_101, 48_000, 88_200, 96_000,
  192_000,
]

function resampleAll(
  input: Float32Array,
  rate: number,
  cuts: readonly number[] = [],
): Float32Array {
  const lane = resampler(rate)
  const edges = [0, ...cuts.toSorted((a, b) => a - b), input.length]
  const pieces = edges.slice(1).map((to, i) => lane.push(input.slice(edges[i], to)))
  pieces.push(lane.finish())
  return Float32Array.from(pieces.flatMap((piece) => Array.from(piece)))
}

describe.each(rates)('from %i Hz', (rate) => {
  const top = Math.min(rate, 16_000) / 2

  it.each([50, 300, 1000, 3000, 0.9 * top].filter((hertz) => hertz <= 0.9 * top))(
    'keeps a tone of %d Hz as it is, and where it is',
    (hertz) => {
      const output = resampleAll(sine(hertz, rate), rate)
      const wanted = sine(hertz, 16_000)
      const error = output.map((x, i) => x - (wanted[i] ?? 0))
      expect(levelDb(output)).toBeCloseTo(0, 1)
      expect(levelDb(error)).toBeLessThan(-70)
    },
  )

  it('lets nothing fold back that 16 kHz cannot carry', () => {
    const foreign = [
      8000, 8100, 8800, 9999, 11_900, 12_500, 15_999, 16_100, 20_000, 23_900, 40_000, 90_000,
    ]
    for (const hertz of foreign.filter((one) => one < rate / 2)) {
      expect(levelDb(resampleAll(sine(hertz, rate), rate))).toBeLessThan(-80)
    }
  })

  it('adds no mirror image of what was there', () => {
    const output = resampleAll(sine(0.8 * top, rate), rate)
    const wanted = sine(0.8 * top, 16_000)
    expect(levelDb(output.map((x, i) => x - (wanted[i] ?? 0)))).toBeLessThan(-70)
  })

  it('puts a click where it was', () => {
    const input = new Float32Array(rate)
    input[Math.round(rate / 4)] = 1
    const output = resampleAll(input, rate)
    const at = output.reduce(
      (best, x, i) => (Math.abs(x) > Math.abs(output[best] ?? 0) ? i : best),
      0,
    )
    expect(Math.abs(at - 4000)).toBeLessThanOrEqual(1)
  })

  it('keeps a constant level exactly', () => {
    const output = resampleAll(new Float32Array(rate).fill(0.5), rate)
    for (const x of output.subarray(800, 15_200)) expect(x).toBeCloseTo(0.5, 6)
  })
})

it('is as long as the input, to the sample, and independent of how that came in pieces', () => {
  const cuts = fc.array(fc.nat(3000), { maxLength: 8 })
  const anyRate = fc.constantFrom(...rates, 4001, 12_345)
  fc.assert(
    fc.property(fc.nat(3000), cuts, anyRate, fc.nat(), (length, places, rate, seed) => {
      const input = Float32Array.from({ length }, (_, i) => Math.sin((i + seed) ** 2))
      const whole = resampleAll(input, rate)
      expect(whole.length).toBe(resampledLength(length, rate))
      const inPieces = resampleAll(
        input,
        rate,
        places.map((place) => Math.min(place, length)),
      )
      expect(Buffer.from(inPieces.buffer).equals(Buffer.from(whole.buffer))).toBe(true)
    }),
  )
})

it('refuses what is no sample rate', () => {
  for (const rate of [0, -1, 44_100.5, NaN]) expect(() => resampler(rate)).toThrow(RangeError)
})
