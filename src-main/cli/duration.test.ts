import { expect, it } from 'vitest'
import { durationOption, parseDuration } from './duration.ts'

it.each([
  ['90', 90_000],
  ['1.5s', 1_500],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['2H', 7_200_000],
  ['', null],
  ['0', null],
  ['ten', null],
  ['5d', null],
  ['-3', null],
])('%s is %s ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms)
})

it('takes what was typed for an option, and nothing where nothing was', () => {
  expect(durationOption('--for', '10s', 10_000)).toBe(10_000)
  expect(durationOption('--for', undefined, 10_000)).toBeNull()
})

it.each([
  ['9s', 10_000, /--for takes from 10s up to 24 days/],
  ['700h', 0, /--for takes up to 24 days/],
  ['ever', 0, /--for takes up to 24 days/],
])('refuses %s where at least %i ms are wanted, in words for people', (text, leastMs, says) => {
  expect(() => durationOption('--for', text, leastMs)).toThrow(says)
})
