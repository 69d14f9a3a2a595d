import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Backup } from '#contract/backup.ts'
import { backupsToRemove, hasRoom, isBackupDue, outlived } from './backup-rules.ts'

const dayMs = 24 * 60 * 60 * 1000
const nowMs = Date.parse('2026-03-05T12:00:00.000Z')
const made = (ageDays: number): Backup => {
  const madeAt = new Date(nowMs - ageDays * dayMs).toISOString()
  return { id: madeAt.replaceAll(':', '-'), madeAt, bytes: 1 }
}

describe('a backup is due', () => {
  it.each([
    ['where there is none and something is kept', [], 1, true],
    ['where there is nothing to keep', [], 0, false],
    ['a day after the last, where something is new', [made(1)], nowMs, true],
    ['not twice a day', [made(0.9)], nowMs, false],
    ['not where nothing is new', [made(9)], nowMs - 10 * dayMs, false],
    ['where the clock was set back by days', [made(-3)], nowMs + 4 * dayMs, true],
    ['where it is still to come by a clock that was set back since', [made(-3000)], nowMs, true],
  ])('%s', (_, backups, changedAtMs, due) => {
    expect(isBackupDue({ backups, madeMs: 0, changedAtMs, nowMs })).toBe(due)
  })

  it.each([
    [0.9, false],
    [1, true],
  ])('after a clock was set back, %d days after the last that was made by it', (age, due) => {
    const state = { backups: [made(-3000)], changedAtMs: nowMs, nowMs }
    expect(isBackupDue({ ...state, madeMs: nowMs - age * dayMs })).toBe(due)
  })
})

describe('of many backups', () => {
  it('the last of three days and of three weeks before are kept', () => {
    const all = Array.from({ length: 60 }, (_, day) => made(day))
    const removed = new Set(backupsToRemove(all))
    const kept = all
      .filter((backup) => !removed.has(backup))
      .map(({ madeAt }) => madeAt.slice(0, 10))
    expect(kept.slice(0, 3)).toEqual(['2026-03-05', '2026-03-04', '2026-03-03'])
    expect(kept).toHaveLength(6)
  })

  it('the newest is always kept, one a day, and never more than six', () => {
    const ages = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(ages, (hours) => {
        const all = hours.map((age) => made(age / 24))
        const removed = new Set(backupsToRemove(all))
        const kept = all.filter((backup) => !removed.has(backup))
        const days = kept.map(({ madeAt }) => madeAt.slice(0, 10))
        expect(kept.length).toBeLessThanOrEqual(6)
        expect(new Set(days).size).toBe(days.length)
        expect(kept).toContain(all.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt))[0])
        // What is kept now is not removed by looking once more.
        expect(backupsToRemove(kept)).toEqual([])
      }),
    )
  })

  it('none from before a deletion outlives it', () => {
    expect(outlived([made(0), made(1), made(2)], nowMs - dayMs)).toEqual([made(1), made(2)])
  })
})

it('a gigabyte stays free, and a disk that does not tell is trusted', () => {
  expect(hasRoom(10, null)).toBe(true)
  expect(hasRoom(1_000_000, 1024 ** 3 + 1_300_000)).toBe(true)
  expect(hasRoom(1_000_000, 1024 ** 3 + 1_100_000)).toBe(false)
})
