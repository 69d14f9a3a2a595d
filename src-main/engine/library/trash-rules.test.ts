import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { expired } from './trash-rules.ts'

const dayMs = 86_400_000
const id = (n: number) => MeetingId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000000${n}`)
const deleted = (n: number, deletedAtMs: number) => ({ meeting: { id: id(n) }, deletedAtMs })

it.each([
  ['a moment before its time', 30 * dayMs - 1, []],
  ['when its time has come', 30 * dayMs, [id(1)]],
  ['long after', 900 * dayMs, [id(1)]],
  ['while the clock is set back', -dayMs, []],
])('a deleted meeting %s', (_, nowMs, gone) => {
  expect(expired([deleted(1, 0)], 30, nowMs)).toEqual(gone)
})

it('never lets one go that was deleted later than one that stays', () => {
  const times = fc.array(fc.nat(100 * dayMs), { maxLength: 9 })
  fc.assert(
    fc.property(times, fc.integer({ min: 1, max: 60 }), (deletedAt, keepDays) => {
      const trashed = deletedAt.map((at, n) => deleted(n, at))
      const gone = new Set(expired(trashed, keepDays, 100 * dayMs))
      const at = (isGone: boolean) =>
        trashed
          .filter(({ meeting }) => gone.has(meeting.id) === isGone)
          .map(({ deletedAtMs }) => deletedAtMs)
      expect(Math.max(-1, ...at(true))).toBeLessThan(Math.min(Infinity, ...at(false)))
    }),
  )
})
