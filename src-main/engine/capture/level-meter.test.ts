import fc from 'fast-check'
import { expect, it } from 'vitest'
import { levelMeter } from './level-meter.ts'

it('is silent until the first window is full', () => {
  const meter = levelMeter()
  expect(meter.take()).toEqual({ peak: 0, rms: 0 })
  meter.push(new Float32Array(799).fill(1))
  expect(meter.take()).toEqual({ peak: 0, rms: 0 })
  meter.push(new Float32Array(1).fill(1))
  expect(meter.take()).toEqual({ peak: 1, rms: 1 })
})

it('knows the level of a tone', () => {
  const meter = levelMeter()
  meter.push(Float32Array.from({ length: 800 }, (_, i) => 0.5 * Math.sin((i * Math.PI) / 8)))
  const { peak, rms } = meter.take()
  expect(peak).toBeCloseTo(0.5, 5)
  expect(rms).toBeCloseTo(0.5 / Math.SQRT2, 5)
})

it('keeps what it shows while nothing new is full, and forgets it then', () => {
  const meter = levelMeter()
  meter.push(new Float32Array(1600).fill(-0.25))
  expect(meter.take()).toEqual({ peak: 0.25, rms: 0.25 })
  expect(meter.take()).toEqual({ peak: 0.25, rms: 0.25 })
  meter.push(new Float32Array(800))
  expect(meter.take()).toEqual({ peak: 0, rms: 0 })
})

it('shows the same however the sound was cut, and never less than the loudest window', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(cuts, fc.nat(), (lengths, seed) => {
      const total = lengths.reduce((a, b) => a + b, 0)
      const all = Float32Array.from({ length: total }, (_, i) => Math.sin((i + seed) ** 2))
      const [whole, cut] = [levelMeter(), levelMeter()]
      whole.push(all)
      let at = 0
      for (const length of lengths) cut.push(all.subarray(at, (at += length)))
      const shown = cut.take()
      expect(shown).toEqual(whole.take())
      const heard = all.subarray(0, total - (total % 800))
      expect(shown.peak).toBeCloseTo(
        heard.reduce((max, x) => Math.max(max, Math.abs(x)), 0),
        6,
      )
    }),
  )
})
