import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import { wholeWarning } from '#contract/warning.ts'
import { applyToRoom, diskAlarms } from './disk.ts'
import { applyToNotices, type Notice } from './notices.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')

function after(...warnings: ReadonlyArray<ReturnType<typeof wholeWarning>>): readonly Notice[] {
  const events = warnings.map((warning): EngineEvent => ({
    type: 'meeting.warned',
    meetingId,
    ...warning,
  }))
  return events.reduce<readonly Notice[]>(applyToNotices, [])
}

const full = wholeWarning('disk_full', 'The disk is full.')
const written = wholeWarning('disk_full', 'Everything is on the disk.', true)

it.each([
  ['while what is said is only in memory', [full], ['disk_full']],
  ['no longer when it is on the disk', [full, written], []],
  ['not for a disk that is only slow', [wholeWarning('disk_slow', 'Slow.')], []],
  ['not for what is missing for good', [wholeWarning('sound_lost', 'Lost.')], []],
])('an alarm is shown %s', (_, warnings, codes) => {
  expect(diskAlarms(after(...warnings)).map(({ code }) => code)).toEqual(codes)
})

it('knows how long the disk lasts as it was told last', () => {
  const room = { freeBytes: 1e9, leftMs: 7_200_000, level: 'plenty' } as const
  expect(applyToRoom(null, { type: 'disk.measured', room })).toEqual(room)
})
