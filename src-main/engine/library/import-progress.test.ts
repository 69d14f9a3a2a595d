import { expect, it } from 'vitest'
import { leftMs } from './import-progress.ts'

it.each([
  ['nothing is known of its length', { readMs: 5_000, totalMs: null, spentMs: 5_000 }, null],
  ['nothing is read yet', { readMs: 0, totalMs: 60_000, spentMs: 5_000 }, null],
  ['it has only just begun', { readMs: 900, totalMs: 60_000, spentMs: 300 }, null],
  ['a quarter is read', { readMs: 15_000, totalMs: 60_000, spentMs: 2_000 }, 6_000],
  ['more is read than there should be', { readMs: 61_000, totalMs: 60_000, spentMs: 9_000 }, 0],
])('tells how long it still takes when %s', (_, progress, left) => {
  expect(leftMs(progress)).toBe(left)
})
