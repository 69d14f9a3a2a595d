import { describe, expect, it } from 'vitest'
import { afterSilence, fitSine, tellingHertz as hertz } from './sine-fit.ts'

const rate = 48_000

function tone(seconds: number, level = 0.5): Float32Array {
  const at = (i: number) => level * Math.sin((2 * Math.PI * hertz * i) / rate + 0.3)
  return Float32Array.from({ length: seconds * rate }, (_, i) => at(i))
}

function without(samples: Float32Array, start: number, length: number): Float32Array {
  return Float32Array.from([...samples.subarray(0, start), ...samples.subarray(start + length)])
}

describe('the fit of a tone', () => {
  it('finds nothing bad in a clean tone', () => {
    expect(fitSine(tone(2), rate, hertz)).toEqual({ windows: 200, bad: 0 })
  })

  it('finds nothing bad in a tone of 16 bits', () => {
    const rounded = tone(2).map((sample) => Math.round(sample * 32_767) / 32_767)
    expect(fitSine(rounded, rate, hertz).bad).toBe(0)
  })

  it.each([
    ['one sample is missing inside a window', 10_203, 1],
    ['one sample is missing between two windows', 9_600, 1],
    ['a whole window is missing', 9_600, 480],
    ['a tenth of a second is missing', 20_100, 4_800],
  ])('sees that %s', (_, start, length) => {
    const { bad } = fitSine(without(tone(2), start, length), rate, hertz)
    expect(bad).toBeGreaterThan(0)
    expect(bad).toBeLessThanOrEqual(3)
  })

  it('sees silence put in, and a tone that gets quiet', () => {
    expect(fitSine(tone(2).fill(0, 30_000, 30_100), rate, hertz).bad).toBeGreaterThan(0)
    const quieter = tone(2).map((sample, i) => (i < 72_000 ? sample : sample / 2))
    expect(fitSine(quieter, rate, hertz).bad).toBe(50)
  })

  it('takes silence and another tone for bad', () => {
    expect(fitSine(new Float32Array(rate), rate, hertz)).toEqual({ windows: 100, bad: 100 })
    expect(fitSine(tone(1), rate, 1_000).bad).toBe(100)
  })
})

it('starts judging after the silence at the beginning', () => {
  const late = Float32Array.from([...new Float32Array(5_000), ...tone(1)])
  expect(afterSilence(late, rate).length).toBeLessThanOrEqual(48_000 - 2_400)
  expect(fitSine(afterSilence(late, rate), rate, hertz).bad).toBe(0)
  expect(afterSilence(new Float32Array(100), rate)).toHaveLength(0)
})
