import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { deadTracks } from './dead-tracks.ts'
import { applyToHearings, hearingsLost } from './hearings.ts'

const meetingId = MeetingId.parse(randomUUID())
const live: Meeting = {
  id: meetingId,
  title: 'Call',
  startedAt: '2026-11-20T10:00:00.000Z',
  durationMs: 0,
  language: 'en',
  model: 'base',
  state: 'live',
  segmentCount: 0,
  unreadMs: 0,
  imported: false,
  folder: null,
  tags: [],
  people: [],
}
const me = { track: 'me', state: 'hearing', device: 'Headset', everything: false } as const
const them = { ...me, track: 'them', device: 'Loudspeakers' } as const
const hears = (change: Partial<Hearing>, before = {}) => {
  const hearing = {
    meetingId,
    paused: false,
    microphoneMuted: false,
    silenceEndsInMs: null,
    tracks: [me, them],
    ...change,
  }
  return applyToHearings(before, { type: 'hearing.changed', hearing }, 0)
}
const lost = { ...me, state: 'lost', device: null } as const

it('names the device that was heard until it was lost, and who is still heard', () => {
  const now = hears({ tracks: [lost, them] }, hears({}))
  expect(deadTracks(now, { meetings: [live] })).toEqual([
    { meetingId, title: 'Call', track: 'me', state: 'lost', device: 'Headset', others: ['them'] },
  ])
})

it.each([
  ['everything is heard', hears({}), live],
  ['it is paused', hears({ paused: true, tracks: [lost, them] }), live],
  ['it is over', hears({ tracks: [lost] }), { ...live, state: 'done' as const }],
  ['nobody knows just now', hearingsLost(hears({ tracks: [lost] })), live],
])('raises no alarm while %s', (_, hearings, meeting) => {
  expect(deadTracks(hearings, { meetings: [meeting] })).toEqual([])
})
