import { describe, expect, it } from 'vitest'
import { clock, languageName, length, missingTime, percent, shortTime } from './format.ts'

describe('times', () => {
  it.each([
    [0, '0:00'],
    [7_999, '0:07'],
    [754_000, '12:34'],
    [3_723_000, '1:02:03'],
    [36_000_000, '10:00:00'],
  ])('clock(%i) is %s', (ms, expected) => {
    expect(clock(ms)).toBe(expected)
  })

  it.each([
    [0, '0 s'],
    [12_400, '12 s'],
    [60_000, '1 min'],
    [272_000, '4 min 32 s'],
    [3_600_000, '1 h'],
    [4_320_000, '1 h 12 min'],
  ])('length(%i) is %s', (ms, expected) => {
    expect(length(ms)).toBe(expected)
  })

  it.each([
    [1_420, 'en', '1.4 s'],
    [1_420, 'it', '1,4 s'],
    [0, 'en', '0.0 s'],
    [42_600, 'en', '43 s'],
    [90_000, 'en', '1 min 30 s'],
  ])('shortTime(%i, %s) is %s', (ms, locale, expected) => {
    expect(shortTime(ms, locale)).toBe(expected)
  })

  it.each([
    [0.01, '1 ms'],
    [42.4, '42 ms'],
    [400, '0.4 s'],
    [12_000, '12 s'],
  ])('missingTime(%d) is %s', (ms, expected) => {
    expect(missingTime(ms, 'en')).toBe(expected)
  })

  it('writes a share as the reader does', () => {
    expect([percent(0.9999, 'en'), percent(1, 'en'), percent(0.9999, 'it')]).toEqual([
      '99.99%',
      '100%',
      '99,99%',
    ])
  })

  it('names languages, and leaves codes that nobody knows', () => {
    expect(languageName('it', 'en')).toBe('Italian')
    expect(languageName('not a code', 'en')).toBe('not a code')
  })
})
