import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { findMeeting, liveMeeting, wholeLibrary } from './library.ts'
import { createAppStore, firstState, receive, withLink } from './store.ts'

const id = (n: number) => MeetingId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000000${n}`)

function aMeeting(n: number, change: Partial<Meeting> = {}): Meeting {
  return {
    id: id(n),
    title: `Meeting ${n}`,
    startedAt: `2026-11-20T10:0${n}:00.000Z`,
    durationMs: 60_000,
    language: 'en',
    model: 'test',
    state: 'done',
    segmentCount: 1,
    unreadMs: 0,
    imported: false,
    folder: null,
    tags: [],
    people: [],
    ...change,
  }
}

function setUp() {
  const store = createAppStore()
  store.setState({ link: 'connected', library: wholeLibrary([aMeeting(1), aMeeting(2)]) })
  return { store, state: store.getState() }
}

it('lists meetings newest first and keeps up with what happens to them', () => {
  const { state } = setUp()
  const started = receive(
    state,
    { type: 'meeting.started', meeting: aMeeting(3, { state: 'live' }) },
    0,
  )
  expect(started.library.meetings.map(({ title }) => title)).toEqual([
    'Meeting 3',
    'Meeting 2',
    'Meeting 1',
  ])
  expect(liveMeeting(started.library)?.id).toBe(id(3))

  const stopped = receive(
    started,
    { type: 'meeting.stopped', meeting: aMeeting(3), reason: 'asked' },
    1,
  )
  expect(liveMeeting(stopped.library)).toBeNull()
  const renamed = receive(
    stopped,
    { type: 'meeting.changed', meeting: aMeeting(1, { title: 'Kick-off' }) },
    2,
  )
  expect(findMeeting(renamed.library, id(1))?.title).toBe('Kick-off')
  const deleted = receive(renamed, { type: 'meeting.deleted', meetingId: id(1) }, 3)
  expect(findMeeting(deleted.library, id(1))).toBeNull()
})

it('does not take an unread list for an empty one', () => {
  expect(firstState.library.known).toBe(false)
  const { state } = setUp()
  const lost = withLink(state, 'lost')
  expect(lost).toMatchObject({ link: 'lost', library: { phase: 'unread', known: true } })
  expect(lost.library.meetings).toHaveLength(2)
  expect(withLink(lost, 'connected').library.phase).toBe('unread')
})

it('knows neither devices nor what is heard for sure while the connection is lost', () => {
  const { state } = setUp()
  const tracks = [
    { track: 'me' as const, state: 'hearing' as const, device: 'Headset', everything: false },
  ]
  const hearing = {
    meetingId: id(1),
    paused: false,
    microphoneMuted: false,
    silenceEndsInMs: null,
    tracks,
  }
  const told = receive(receive(state, { type: 'hearing.changed', hearing }, 0), devicesChanged, 0)
  expect(told).toMatchObject({
    devices: { phase: 'whole' },
    hearings: { [id(1)]: { phase: 'whole' } },
  })
  expect(withLink(told, 'lost')).toMatchObject({
    devices: { phase: 'unread' },
    hearings: { [id(1)]: { phase: 'unread', hearing } },
  })
})

it('tells nothing of the room on the disk once nobody tells it any more', () => {
  const { state } = setUp()
  const room = { freeBytes: 1e9, leftMs: 7_200_000, level: 'plenty' } as const
  const told = receive(state, { type: 'disk.measured', room }, 0)
  expect(told.room).toEqual(room)
  expect(withLink(told, 'lost').room).toBeNull()
})

const devicesChanged = { type: 'devices.changed' as const, devices: [] }
