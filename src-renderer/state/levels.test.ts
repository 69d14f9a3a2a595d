import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  alongMeter,
  heldPeak,
  inWords,
  isLongSilent,
  isSilent,
  isStale,
  type Loudness,
  withLevel,
} from './levels.ts'

/** Levels every 50 ms from a time on. */
function play(before: Loudness | null, peak: number, fromMs: number, lengthMs: number): Loudness {
  let known = before
  for (let nowMs = fromMs; nowMs <= fromMs + lengthMs; nowMs += 50) {
    known = withLevel(known, { track: 'them', peak, rms: peak / 3 }, nowMs)
  }
  if (!known) throw new Error('No level was played.')
  return known
}

describe('silence', () => {
  it('is said after a while, not between words', () => {
    const spoken = play(null, 0.3, 0, 1_000)
    expect(isSilent(play(spoken, 0, 1_050, 1_000), 2_050)).toBe(false)
    expect(isSilent(play(spoken, 0, 1_050, 4_000), 5_050)).toBe(true)
  })

  it('ends with the first sound', () => {
    const silent = play(null, 0, 0, 100_000)
    expect(isLongSilent(silent, 100_000)).toBe(true)
    expect(isSilent(play(silent, 0.1, 100_050, 0), 100_050)).toBe(false)
  })

  it('is counted anew when nothing was known in between', () => {
    const silent = play(null, 0, 0, 80_000)
    const after = play(silent, 0, 200_000, 1_000)
    expect(isLongSilent(after, 201_000)).toBe(false)
    expect(isSilent(after, 201_000)).toBe(false)
  })
})

it('shows an old level as none', () => {
  const known = play(null, 0.5, 0, 0)
  expect([isStale(known, 400), isStale(known, 600)]).toEqual([false, true])
})

it('holds a peak, lets it fall, and never shows less than the level itself', () => {
  const loud = play(null, 0.8, 0, 0)
  const quiet = play(loud, 0.05, 50, 1_000)
  expect(heldPeak(quiet, 1_050)).toBe(0.8)
  const peaks = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 })
  fc.assert(
    fc.property(peaks, fc.integer({ min: 10, max: 1_900 }), (values, stepMs) => {
      let known: Loudness | null = null
      for (const [index, peak] of values.entries()) {
        const nowMs = index * stepMs
        const before = known ? heldPeak(known, nowMs) : 0
        known = withLevel(known, { track: 'me', peak, rms: peak / 2 }, nowMs)
        expect(heldPeak(known, nowMs)).toBe(Math.max(before, peak))
        expect(heldPeak(known, nowMs + 10_000)).toBe(0)
      }
    }),
  )
})

it('lies on the meter in even decibels, within its ends', () => {
  expect(alongMeter(1)).toBe(1)
  expect(alongMeter(0)).toBe(0)
  expect(alongMeter(10 ** (-30 / 20))).toBeCloseTo(0.5)
  fc.assert(
    fc.property(fc.double({ min: 0, noNaN: true }), (amplitude) => {
      const place = alongMeter(amplitude)
      expect(place).toBeGreaterThanOrEqual(0)
      expect(place).toBeLessThanOrEqual(1)
    }),
  )
})

it.each([
  [0, 'silent'],
  [0.01, 'soft'],
  [0.2, 'clear'],
  [1, 'loud'],
])('calls %d %s', (amplitude, words) => {
  expect(inWords(amplitude)).toBe(words)
})
