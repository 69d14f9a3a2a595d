import { expect, it } from 'vitest'
import { parsePlace } from './notes.ts'

it.each([
  ['0:00', 0],
  ['0', 0],
  ['1:05', 65_000],
  ['75:00', 4_500_000],
  ['1:02:03', 3_723_000],
  ['1:02:03.5', 3_723_500],
  ['90s', 90_000],
  ['1h30m', 5_400_000],
])('%s is a place in a meeting', (typed, ms) => {
  expect(parsePlace(typed)).toBe(ms)
})

it.each(['', 'soon', '1:99', '-1:00', '1:2:3:4'])('%j is none', (typed) => {
  expect(() => parsePlace(typed)).toThrow(/^--at takes a place in the meeting/)
})
