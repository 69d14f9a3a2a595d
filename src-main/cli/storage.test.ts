import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { previewLines, storageLines } from './storage.ts'

const report = {
  dataFolder: '/data',
  logFile: '/data/logs/rtstt.log',
  bytes: { database: 2e6, sound: 1.5e9, models: 1e9, other: 12 },
  freeBytes: 460e9,
  hoursThatFit: 1996.5,
  meetings: 12,
  meetingsWithSound: 9,
  oldestMeetingAt: '2026-01-02T10:00:00.000Z',
  leftovers: { count: 0, bytes: 0 },
}

it('storage is told kind by kind, with the time that still fits', () => {
  expect(storageLines(report)).toEqual([
    'Data        /data',
    'Recordings  1.5 GB, of 9 meetings',
    'Text        2.0 MB, of 12 meetings',
    'Models      1.0 GB',
    'Other       12 B',
    'Free        460 GB, about 1996 hours of meetings',
    'Oldest      2026-01-02',
  ])
})

it('what is not known, or left over, is told', () => {
  const lines = storageLines({
    ...report,
    freeBytes: null,
    hoursThatFit: null,
    oldestMeetingAt: null,
    leftovers: { count: 1, bytes: 5000 },
  })
  expect(lines.slice(-3)).toEqual([
    'Free        not told by this disk',
    'Oldest      no meeting yet',
    'Left over   5.0 kB of 1 leftover: rtstt storage --clean',
  ])
})

it('what rules would remove is told by day and id, never by title', () => {
  const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
  const one = { meetingId, title: 'Secret', startedAt: '2026-01-02T10:00:00.000Z', bytes: 1000 }
  const lines = previewLines({
    sound: { count: 2, bytes: 2000, first: [one] },
    meetings: { count: 0, bytes: 0, first: [] },
    exempt: [],
    waitsForClock: false,
  })
  expect(lines).toEqual([
    'Recordings that rules remove  2, 2.0 kB',
    `  2026-01-02  ${meetingId}`,
    '  and 1 more',
    'Meetings that rules remove    0, 0 B',
    'Meetings no rule touches      0',
  ])
})
