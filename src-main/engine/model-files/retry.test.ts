import { expect, it } from 'vitest'
import { backoffMs, retryAfterMs } from './retry.ts'

it('waits longer each time, up to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(backoffMs)).toEqual([
    1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
  ])
})

it.each([
  ['seconds', '120', 120_000],
  ['a date', 'Sat, 21 Nov 2026 02:00:10 GMT', 10_000],
  ['a date that has passed', 'Sat, 21 Nov 2026 01:00:00 GMT', 0],
  ['nonsense', 'soon', null],
  ['nothing', null, null],
])('reads Retry-After as %s', (_, value, expected) => {
  expect(retryAfterMs(value, Date.parse('2026-11-21T02:00:00Z'))).toBe(expected)
})
