import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toFloat32, toInt16, toMono, toMs, toSamples } from './frames.ts'

it('clips what is too loud and silences what is no number', () => {
  const given = Float32Array.of(0, 0.5, -0.5, 1, -1, 7, -7, Number.NaN, Infinity, -Infinity)
  expect(Array.from(toInt16(given))).toEqual([
    0, 16_384, -16_384, 32_767, -32_768, 32_767, -32_768, 0, 32_767, -32_768,
  ])
})

it('gives every 16-bit value back unchanged', () => {
  const all = Int16Array.from({ length: 65_536 }, (_, i) => i - 32_768)
  expect(toInt16(toFloat32(all))).toEqual(all)
})

it('never strays by more than half a step', () => {
  fc.assert(
    fc.property(fc.float32Array({ min: -1, max: Math.fround(0.99996), noNaN: true }), (given) => {
      for (const [i, value] of toFloat32(toInt16(given)).entries()) {
        expect(Math.abs(value - (given[i] ?? 0))).toBeLessThanOrEqual(0.5 / 32_768)
      }
    }),
  )
})

it('averages channels, so that full scale stays full scale', () => {
  const mono = toMono([Float32Array.of(1, 1, 0.5), Float32Array.of(1, -1, 0)])
  expect(Array.from(mono)).toEqual([1, 0, 0.25])
  expect(toMono([])).toEqual(new Float32Array(0))
})

it('counts times in samples', () => {
  expect([toSamples(1000), toSamples(0.5), toMs(16_000), toMs(8)]).toEqual([16_000, 8, 1000, 1])
})
