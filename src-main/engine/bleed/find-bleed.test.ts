import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBleed } from './find-bleed.ts'
import { around, babble, heardLater, sumOf } from './fixtures/sounds.ts'

const played = babble(3, 1)
const speech = babble(3, 2)

describe('findBleed', { timeout: 60_000 }, () => {
  it.each([
    ['nothing was played', speech, new Int16Array(played.length)],
    ['something else was played', speech, played],
    ['the stretch is a click', heardLater(played, 100, 0.5).subarray(0, 1_000), played],
    ['nothing was heard', new Int16Array(played.length), played],
  ])('finds none when %s', (_, heard, other) => {
    expect(findBleed(heard, around(other.subarray(0, heard.length)))).toBeNull()
  })

  it('finds the lag and the whole sound, whatever the lag and the loudness', () => {
    const lags = fc.integer({ min: -300, max: 7_800 })
    const gains = fc.double({ min: 0.05, max: 1.5, noNaN: true })
    fc.assert(
      fc.property(lags, gains, fc.boolean(), (lag, gain, inverted) => {
        const bleed = findBleed(heardLater(played, lag, inverted ? -gain : gain), around(played))
        expect(Math.abs((bleed?.lag ?? Infinity) - lag)).toBeLessThanOrEqual(4)
        expect(bleed?.share(16_000, 32_000)).toBeGreaterThan(0.9)
      }),
      { numRuns: 8 },
    )
  })

  it('tells where somebody else speaks', () => {
    const late = speech.map((value, n) => (n < 24_000 ? 0 : value))
    const bleed = findBleed(sumOf(heardLater(played, 800, 0.5), late), around(played))
    expect(bleed?.lag).toBe(800)
    expect(bleed?.share(8_000, 22_000)).toBeGreaterThan(0.9)
    expect(bleed?.share(26_000, 44_000)).toBeLessThan(0.35)
  })

  it('finds it though the clocks of the two devices run apart', () => {
    const heard = played.map((_, n) => {
      const place = n * 1.0001 - 480
      const whole = Math.floor(place)
      const part = place - whole
      return Math.round((played[whole] ?? 0) * (1 - part) + (played[whole + 1] ?? 0) * part)
    })
    expect(findBleed(heard, around(played))?.share(0, 48_000)).toBeGreaterThan(0.7)
  })
})
