import { expect, it, vi } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { createLevelFeed } from './level-feed.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')

function setUp() {
  const feed = createLevelFeed()
  const [level, silence] = [vi.fn<() => void>(), vi.fn<() => void>()]
  feed.onLevels(level)
  feed.onSilence(silence)
  let nowMs = 0
  return {
    feed,
    level,
    silence,
    /** Twenty levels a second. */
    play(lengthMs: number, me: number, them: number) {
      const until = nowMs + lengthMs
      for (; nowMs < until; nowMs += 50) {
        const levels = [
          { track: 'me' as const, peak: me, rms: me / 3 },
          { track: 'them' as const, peak: them, rms: them / 3 },
        ]
        feed.receive({ type: 'levels.measured', meetingId, levels }, nowMs)
      }
    },
  }
}

it('tells every level to meters, and to the page only what lasts', () => {
  const { feed, level, silence, play } = setUp()
  play(10_000, 0.2, 0.2)
  expect([level.mock.calls.length, silence.mock.calls.length]).toEqual([200, 0])
  play(10_000, 0.2, 0)
  expect(silence).toHaveBeenCalledTimes(1)
  expect([feed.isSilent(meetingId, 'me'), feed.isSilent(meetingId, 'them')]).toEqual([false, true])
  play(1_000, 0.2, 0.1)
  expect(silence).toHaveBeenCalledTimes(2)
  expect(feed.isSilent(meetingId, 'them')).toBe(false)
})

it('notices that only I am heard, until the other side is heard again', () => {
  const { feed, play } = setUp()
  play(120_000, 0, 0)
  expect(feed.isOneSided(meetingId)).toBe(false)
  play(1_000, 0.3, 0)
  expect(feed.isOneSided(meetingId)).toBe(true)
  play(10_000, 0, 0)
  expect(feed.isOneSided(meetingId)).toBe(true)
  play(100, 0, 0.2)
  expect(feed.isOneSided(meetingId)).toBe(false)
})
