import { expect, it } from 'vitest'
import { days } from './days.ts'

it('groups by the day on this computer, naming the last two', () => {
  const now = new Date(2026, 10, 1, 0, 30)
  const at = (day: number, hour: number, minute = 0) => ({
    startedAt: new Date(2026, 10, day, hour, minute).toISOString(),
  })
  const entries = [at(1, 0, 10), at(0, 23, 50), at(0, 8), at(-1, 23)]
  expect(days(entries, now).map(({ when, entries: group }) => [when, group.length])).toEqual([
    ['today', 1],
    ['yesterday', 2],
    ['earlier', 1],
  ])
  expect(days([], now)).toEqual([])
})
