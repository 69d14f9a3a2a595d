import { expect, it } from 'vitest'
import type { TrackAccount } from './account.ts'
import { describeAccount, describeTrack } from './describe-account.ts'

const whole: TrackAccount = {
  lengthMs: 3_600_000,
  captured: 1,
  gaps: [],
  pauses: [],
  sources: [],
  cutShort: false,
  removedAt: null,
}

const minute = 60_000

it.each<readonly [string, Partial<TrackAccount>]>([
  ['captured 100 %', {}],
  ['captured 99.99 %', { captured: 0.999_999 }],
  ['captured 0.00 %', { captured: 0 }],
  [
    'captured 99.98 %, gaps: 00:14:03 +0.4 s (device lost)',
    {
      captured: 0.999_888,
      gaps: [{ atMs: 14 * minute + 3200, lengthMs: 400, cause: 'device_lost' }],
    },
  ],
  [
    'captured 99.99 %, gaps: 00:00:01 +12 ms (not taken in time), 01:00:00 +0.1 ms (device glitch)',
    {
      captured: 0.9999,
      gaps: [
        { atMs: 1000, lengthMs: 12, cause: 'overrun' },
        { atMs: 60 * minute, lengthMs: 0.0625, cause: 'device_glitch' },
      ],
    },
  ],
  [
    'captured 100 %; muted: 00:01:00 +60.0 s',
    { gaps: [{ atMs: minute, lengthMs: minute, cause: 'muted' }] },
  ],
  [
    'captured 100 %; paused: 00:01:00 for 5.0 s, 00:02:00 for 0.5 s (computer asleep), 00:03:00 since then',
    {
      pauses: [
        { atMs: minute, lengthMs: 5000, cause: 'person' },
        { atMs: 2 * minute, lengthMs: 500, cause: 'sleep' },
        { atMs: 3 * minute, lengthMs: null, cause: 'person' },
      ],
    },
  ],
  ['captured 100 %; cut short', { cutShort: true, removedAt: null }],
])('says “%s”', (said, account) => {
  expect(describeAccount({ ...whole, ...account })).toBe(said)
})

it('names the track, and says that a recording is gone', () => {
  expect(describeTrack({ name: 'them', account: whole })).toBe('Them: captured 100 %')
  expect(describeTrack({ name: 'me', account: null })).toBe('Me: the recording is gone')
})

it('lists twenty places and counts the rest', () => {
  const gaps = Array.from({ length: 33 }, (_, i) => ({
    atMs: i * minute,
    lengthMs: 10,
    cause: 'device_glitch' as const,
  }))
  const said = describeAccount({ ...whole, captured: 0.5, gaps })
  expect(said).toMatch(/00:19:00 \+10 ms \(device glitch\) and 13 more$/)
})
