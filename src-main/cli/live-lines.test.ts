import { expect, it } from 'vitest'
import type { StopReason } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { liveLines } from './live-lines.ts'

const meeting: Meeting = {
  id: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
  title: 'Stand-up',
  startedAt: '2026-11-20T10:00:00.000Z',
  durationMs: 60_000,
  language: 'en',
  model: 'test',
  state: 'done',
  segmentCount: 0,
  unreadMs: 0,
}

function lines() {
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const terminal = { say, result: say, status: () => {}, live: true, watched: true, columns: 80 }
  return { said, tell: liveLines(terminal, true) }
}

it.each<readonly [StopReason, readonly string[]]>([
  ['asked', []],
  ['ended', []],
  ['silence', ['(0:00) Stopped by itself: nobody has spoken for as long as was chosen.']],
  ['failed', ['(0:00) Ended with a problem. What was heard is kept.']],
])('says why it stopped where nobody knows: %s', (reason, expected) => {
  const { said, tell } = lines()
  tell({ type: 'meeting.stopped', meeting, reason })
  expect(said).toEqual(expected)
})

it('says what is wrong with a device, and that it is over', () => {
  const { said, tell } = lines()
  const lost = { code: 'device_lost', track: 'me', name: 'Headset' } as const
  const warned = { type: 'meeting.warned', meetingId: meeting.id, ...lost } as const
  tell({ ...warned, over: false, message: 'The headset is gone.' })
  tell({ ...warned, over: true, message: 'The headset is back.' })
  expect(said).toEqual(['(0:00) The headset is gone.', '(0:00) The headset is back.'])
})
