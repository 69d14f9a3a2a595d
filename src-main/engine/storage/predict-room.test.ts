import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RoomLevel, roomInWords } from '#contract/disk-room.ts'
import { roomLevel, timeLeft } from './predict-room.ts'

const minute = 60_000
const hour = 60 * minute
const mb = 1_048_576
const worst: readonly RoomLevel[] = ['last', 'short', 'low', 'plenty']

describe('the time that a disk lasts', () => {
  it.each([
    ['before a meeting by what meetings take as a rule', 4 * mb + 2 * hour * 65, [], 2 * hour],
    ['in the first minute by the same', 4 * mb + hour * 65, [{ bytes: 9, heardMs: 100 }], hour],
    ['later by what it has written', 4 * mb + hour * 130, [{ bytes: 130e6, heardMs: 1e6 }], hour],
    [
      'of two meetings by both',
      4 * mb + hour * 100,
      [
        { bytes: 60e6, heardMs: 1e6 },
        { bytes: 40e6, heardMs: 1e6 },
      ],
      hour,
    ],
    ['is over before the last byte', 3 * mb, [], 0],
  ])('is told %s', (_, free, meetings, expected) => {
    expect(timeLeft(free, meetings)).toBe(expected)
  })

  it('is never longer with less room, nor with more that is written', () => {
    const bytes = fc.nat({ max: 1e12 })
    const meeting = fc.record({
      bytes: fc.integer({ min: 1, max: 1e12 }),
      heardMs: fc.integer({ min: 60_000, max: 9e7 }),
    })
    fc.assert(
      fc.property(bytes, bytes, meeting, (one, other, written) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(timeLeft(less, [written])).toBeLessThanOrEqual(timeLeft(more, [written]))
        const twice = { ...written, bytes: 2 * written.bytes }
        expect(timeLeft(more, [twice])).toBeLessThanOrEqual(timeLeft(more, [written]))
      }),
    )
  })
})

describe('how urgent it is', () => {
  it.each<[string, number, number, RoomLevel, RoomLevel]>([
    ['more than an hour', 61 * minute, 0, 'plenty', 'plenty'],
    ['an hour', hour, 0, 'plenty', 'low'],
    ['less than meetings last here', 90 * minute, 2 * hour, 'plenty', 'low'],
    ['a quarter of an hour', 15 * minute, 0, 'low', 'short'],
    ['five minutes', 5 * minute, 2 * hour, 'short', 'last'],
    ['nothing', 0, 0, 'plenty', 'last'],
    ['hardly more than before', 61 * minute, 0, 'low', 'low'],
    ['clearly more than before', 67 * minute, 0, 'low', 'plenty'],
    ['much more than before', 10 * hour, 0, 'last', 'plenty'],
  ])('%s', (_, leftMs, usualMs, before, expected) => {
    expect(roomLevel(leftMs, usualMs, before)).toBe(expected)
  })

  it('never becomes better with less time, and says the same when it is asked again', () => {
    const time = fc.nat({ max: 3 * hour })
    fc.assert(
      fc.property(time, time, time, fc.constantFrom(...worst), (one, other, usual, before) => {
        const of = (ms: number) => worst.indexOf(roomLevel(ms, usual, before))
        expect(of(Math.min(one, other))).toBeLessThanOrEqual(of(Math.max(one, other)))
        const now = roomLevel(one, usual, before)
        expect(roomLevel(one, usual, now)).toBe(now)
      }),
    )
  })
})

it.each([
  [30_000, 'less than a minute'],
  [minute, '1 min'],
  [119 * minute, '119 min'],
  [2 * hour, '2 h'],
  [47 * hour, '47 h'],
])('says %i ms as %s', (ms, words) => {
  expect(roomInWords(ms)).toBe(words)
})
