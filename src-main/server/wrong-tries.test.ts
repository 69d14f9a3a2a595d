import { expect, it } from 'vitest'
import { createWrongTries, delayMs, remembered } from './wrong-tries.ts'

it('answers ever later, up to a few seconds, and forgets in time', () => {
  expect([0, 1, 2, 6, 7, 1000].map(delayMs)).toEqual([50, 100, 200, 3200, 5000, 5000])
  expect([0, 59_999, 60_000, 120_000, 600_000].map((ms) => remembered(9, ms))).toEqual([
    9, 9, 4, 2, 0,
  ])
})

it('counts each, and lets only a few wait', async () => {
  const counts: number[] = []
  const waits: (() => void)[] = []
  const tries = createWrongTries(
    () => 0,
    (count) => counts.push(count),
    () => new Promise<void>((end) => waits.push(end)),
  )
  const all = Array.from({ length: 20 }, () => tries.wait())
  expect(waits).toHaveLength(8)
  for (const end of waits) end()
  expect((await Promise.all(all)).filter((waited) => waited)).toHaveLength(8)
  expect(counts.at(-1)).toBe(20)
  const next = tries.wait()
  waits.at(-1)?.()
  expect(await next).toBe(true)
})
