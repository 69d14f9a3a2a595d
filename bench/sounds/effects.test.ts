import { describe, expect, it } from 'vitest'
import { louder, mixed, noisy, telephone } from './effects.ts'

/** A second of a tone. */
const tone = (hertz: number, level = 0.25): Int16Array =>
  Int16Array.from({ length: 16_000 }, (_, n) =>
    Math.round(32_767 * level * Math.sin((2 * Math.PI * hertz * n) / 16_000)),
  )

/** In decibels under full scale, the ends left out. */
function levelOf(track: Int16Array): number {
  const middle = track.subarray(1000, -1000)
  const power = middle.reduce((sum, value) => sum + (value / 32_768) ** 2, 0) / middle.length
  return 10 * Math.log10(power)
}

describe('what happens to a voice on its way', () => {
  it('a telephone carries the middle of a voice and little else', () => {
    const lost = (hertz: number) => levelOf(tone(hertz)) - levelOf(telephone(tone(hertz)))
    expect(Math.abs(lost(1000))).toBeLessThan(1)
    expect(Math.abs(lost(3000))).toBeLessThan(1)
    expect(lost(100)).toBeGreaterThan(10)
    expect(lost(5000)).toBeGreaterThan(30)
  })

  it('noise lies as far under the voice as was asked', () => {
    const voice = tone(500)
    const noise = noisy(voice, 20, 1).map((value, n) => value - (voice[n] ?? 0))
    expect(levelOf(voice) - levelOf(noise)).toBeCloseTo(20, 0)
  })

  it('what is mixed in lies as far under the voice as was asked', () => {
    const voice = tone(500)
    const other = mixed(voice, tone(900, 0.1), 12).map((value, n) => value - (voice[n] ?? 0))
    expect(levelOf(voice) - levelOf(other)).toBeCloseTo(12, 0)
  })

  it('too loud is cut off, and does not fold over', () => {
    const loud = louder(tone(500), 24)
    expect(Math.max(...loud)).toBe(32_767)
    const before = tone(500)
    expect(loud.every((value, n) => Math.sign(value) === Math.sign(before[n] ?? 0))).toBe(true)
  })
})
