import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import { applyToNotices, type Notice, noticesLost } from './notices.ts'

const id = (n: number) => MeetingId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000000${n}`)

function meeting(n: number): Meeting {
  const [title, startedAt] = ['Call', '2026-11-20T10:00:00.000Z']
  const read = { durationMs: 60_000, segmentCount: 1, unreadMs: 0, state: 'done' } as const
  const shelved = { imported: false, folder: null, tags: [], people: [] }
  return { id: id(n), title, startedAt, language: 'en', model: 'test', ...read, ...shelved }
}

function warned(warning: Warning, n = 1): EngineEvent {
  return { type: 'meeting.warned', meetingId: id(n), ...warning }
}

function about(code: Warning['code'], track: Warning['track'], over = false): EngineEvent {
  return warned({ code, track, over, name: 'Headset', message: `${code} ${over}` })
}

const full = warned(wholeWarning('sound_lost', 'The disk is full.'))
const silence = (n: number, over = false) => warned(wholeWarning('silence_ends_soon', '', over), n)

function after(...events: readonly EngineEvent[]): readonly Notice[] {
  return events.reduce<readonly Notice[]>(applyToNotices, [])
}

function shown(notices: readonly Notice[]): string[] {
  return notices.map(({ tone, code, meetingId, warning }) =>
    [tone, code, warning?.track ?? '', meetingId?.at(-1)].join(' '),
  )
}

it('says the same warning once, and at most five at a time', () => {
  const messages = ['a', 'b', 'a', 'c', 'd', 'e', 'f']
  const notices = after(...messages.map((message) => warned(wholeWarning('sound_lost', message))))
  expect(notices.map(({ text }) => text)).toEqual(['a', 'c', 'd', 'e', 'f'])
  expect(applyToNotices(notices, { type: 'meeting.deleted', meetingId: id(1) })).toEqual([])
})

it.each<readonly [string, readonly EngineEvent[], readonly string[]]>([
  [
    'what is over in place of what it was',
    [about('device_lost', 'me'), about('device_lost', 'me', true)],
    ['done device_lost me 1'],
  ],
  [
    'each track for itself',
    [about('device_lost', 'me'), about('device_deaf', 'them'), about('device_lost', 'me', true)],
    ['warning device_deaf them 1', 'done device_lost me 1'],
  ],
  [
    'of a track only what is so now',
    [about('device_deaf', 'me'), about('device_lost', 'me')],
    ['warning device_lost me 1'],
  ],
  [
    'what is so, though something older is over',
    [about('device_lost', 'me'), about('device_deaf', 'me', true)],
    ['warning device_lost me 1'],
  ],
  [
    'what came back, in place of the good news',
    [about('device_lost', 'me', true), about('device_lost', 'me')],
    ['warning device_lost me 1'],
  ],
  [
    'the announced end of one meeting, and that another goes on',
    [silence(1), silence(2), full, silence(1, true)],
    ['warning silence_ends_soon  2', 'warning sound_lost  1', 'done silence_ends_soon  1'],
  ],
])('shows %s', (_, events, expected) => {
  expect(shown(after(...events))).toEqual(expected)
})

it('says no more of what was so while a meeting went on once it has stopped', () => {
  const notices = after(about('device_lost', 'me'), silence(1), silence(2), full)
  const event = { type: 'meeting.stopped', meeting: meeting(1), reason: 'asked' } as const
  expect(shown(applyToNotices(notices, event))).toEqual([
    'warning silence_ends_soon  2',
    'warning sound_lost  1',
  ])
})

it('says that silence ended a meeting until somebody has read it, or it goes on', () => {
  const stopped = { type: 'meeting.stopped', meeting: meeting(1), reason: 'silence' } as const
  const notices = after(silence(1), stopped)
  expect(shown(notices)).toEqual(['warning stopped_by_silence  1'])
  expect(after(silence(1), stopped, { type: 'meeting.started', meeting: meeting(1) })).toEqual([])
})

it('does not claim to know what is so while nobody can tell', () => {
  const notices = noticesLost(after(about('device_lost', 'me'), silence(1), full))
  expect(shown(notices)).toEqual(['warning sound_lost  1'])
})
