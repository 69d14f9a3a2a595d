import { expect, it } from 'vitest'
import { parseDuration } from './duration.ts'

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
