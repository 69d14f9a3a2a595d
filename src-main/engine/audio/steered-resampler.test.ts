import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lowPass } from './kaiser.ts'
import { changeRate, filterBank } from './polyphase.ts'
import { steeredResampler } from './steered-resampler.ts'
import { twoThirds } from './two-thirds.ts'
import { levelDb, sine } from './fixtures/sines.ts'

const rates = [8000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000, 192_000]

function resampleAll(input: Float32Array, rate: number, pace = 1, piece = 1000): Float32Array {
  const lane = steeredResampler(rate)
  const pieces: Float32Array[] = []
  for (let at = 0; at < input.length; at += piece) {
    pieces.push(lane.push(input.subarray(at, at + piece), pace))
  }
  pieces.push(lane.finish())
  return Float32Array.from(pieces.flatMap((one) => Array.from(one)))
}

describe.each(rates)('from %i Hz', (rate) => {
  const top = Math.min(rate, 16_000) / 2

  it.each([50, 1000, 3000, 0.9 * top].filter((hertz) => hertz <= 0.9 * top))(
    'keeps a tone of %d Hz as it is, and where it is, at any pace',
    (hertz) => {
      for (const pace of [1, 1.0005, 0.9997]) {
        const output = resampleAll(sine(hertz, rate), rate, pace)
        // A device at this pace hears more of the tone in a second of its own.
        const wanted = sine(hertz * pace, 16_000)
        const error = output.map((x, i) => x - (wanted[i] ?? 0))
        expect(levelDb(error)).toBeLessThan(-70)
      }
    },
  )

  it('lets nothing fold back that 16 kHz cannot carry', () => {
    const foreign = [
      8000, 8100, 9999, 11_900, 12_500, 15_999, 16_100, 20_000, 31_900, 40_000, 90_000,
    ]
    for (const hertz of foreign.filter((one) => one < rate / 2)) {
      expect(levelDb(resampleAll(sine(hertz, rate), rate, 1.0001))).toBeLessThan(-80)
    }
  })

  it('is as long as the input at its pace', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: 1, max: 700 }),
        fc.integer({ min: -500, max: 500 }),
        (length, piece, ppm) => {
          const pace = 1 + ppm * 1e-6
          const output = resampleAll(new Float32Array(length), rate, pace, piece)
          expect(Math.abs(output.length - (length * 16_000) / rate / pace)).toBeLessThanOrEqual(1.7)
        },
      ),
      { numRuns: 30 },
    )
  })
})

it('tells where it stands', () => {
  const lane = steeredResampler(48_000)
  expect(lane.next).toEqual({ output: 0, input: 0 })
  for (let i = 0; i < 100; i++) lane.push(new Float32Array(480), 1.0001)
  const { output, input } = lane.next
  expect(input / output).toBeCloseTo(3 * 1.0001, 9)
  expect(48_000 - input).toBeLessThan(20)
})

it('refuses what is no sample rate', () => {
  for (const rate of [0, -1, 44_100.5, NaN]) {
    expect(() => steeredResampler(rate)).toThrow(RangeError)
  }
})

it('two thirds are what any other change of rate would give', () => {
  const any = filterBank(2, 3, lowPass(7200 / 24_000, 8000 / 24_000, 84))
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 8 }), fc.nat(), (lengths, seed) => {
      const [fast, plain] = [twoThirds(), changeRate(any)]
      const both: number[][] = [[], []]
      let total = 0
      for (const length of lengths) {
        const input = Float32Array.from({ length }, (_, i) => Math.sin((i + seed + total) ** 2))
        total += length
        both[0]?.push(...fast.push(input))
        both[1]?.push(...plain.push(input))
      }
      both[0]?.push(...fast.finish(Math.ceil((total * 2) / 3)))
      both[1]?.push(...plain.finish(Math.ceil((total * 2) / 3)))
      expect(both[0]?.length).toBe(both[1]?.length)
      for (const [i, x] of (both[0] ?? []).entries()) expect(x).toBeCloseTo(both[1]?.[i] ?? NaN, 6)
    }),
  )
})
