import { expect, it } from 'vitest'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import {
  applyToHearings,
  hearingAnswered,
  hearingAsked,
  hearingFailed,
  hearingsLost,
} from './hearings.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const hearing: Hearing = {
  meetingId,
  paused: false,
  microphoneMuted: false,
  silenceEndsInMs: null,
  tracks: [{ track: 'me', state: 'hearing', device: 'Headset', everything: false }],
}
const changed = (change: Partial<Hearing>) => ({
  type: 'hearing.changed' as const,
  hearing: { ...hearing, ...change },
})

it('keeps what was told last, and forgets a meeting that is gone', () => {
  const told = applyToHearings({}, changed({ microphoneMuted: true }), 0)
  expect(told[meetingId]).toMatchObject({ phase: 'whole', hearing: { microphoneMuted: true } })
  expect(applyToHearings(told, { type: 'meeting.deleted', meetingId }, 0)).toEqual({})
})

it('does not let a late answer undo a newer event', () => {
  const asked = hearingAsked({}, meetingId)
  const told = applyToHearings(asked, changed({ paused: true }), 1)
  expect(hearingAnswered(told, meetingId, hearing, 2)).toBe(told)
  expect(hearingFailed(told, meetingId, 'failed')).toBe(told)
  expect(hearingAnswered(asked, meetingId, hearing, 2)[meetingId]?.hearing).toEqual(hearing)
})

it('does not take silence about devices for an unknown answer', () => {
  const answered = hearingAnswered(hearingAsked({}, meetingId), meetingId, null, 5)
  expect(answered[meetingId]).toEqual({
    phase: 'whole',
    hearing: null,
    awaitedSinceMs: 5,
    silenceEndsAtMs: null,
    lastDevices: {},
  })
})

it('asks again after a lost connection, and shows what was known until then', () => {
  const lost = hearingsLost(applyToHearings({}, changed({}), 0))
  expect(lost[meetingId]).toMatchObject({ phase: 'unread', hearing })
})

it('awaits sound from the moment a pause ends, not from the moment it began', () => {
  const running = applyToHearings({}, changed({}), 1_000)
  const paused = applyToHearings(running, changed({ paused: true }), 2_000)
  expect(paused[meetingId]?.awaitedSinceMs).toBeNull()
  const resumed = applyToHearings(paused, changed({}), 600_000)
  expect(resumed[meetingId]?.awaitedSinceMs).toBe(600_000)
  const later = applyToHearings(resumed, changed({ microphoneMuted: true }), 700_000)
  expect(later[meetingId]?.awaitedSinceMs).toBe(600_000)
})

it('knows on its own clock when silence ends it, except while it is paused', () => {
  const endsAt = (known: ReturnType<typeof applyToHearings>) => known[meetingId]?.silenceEndsAtMs
  const announced = applyToHearings({}, changed({ silenceEndsInMs: 60_000 }), 5_000)
  expect(endsAt(announced)).toBe(65_000)
  const paused = applyToHearings(
    announced,
    changed({ silenceEndsInMs: 40_000, paused: true }),
    25_000,
  )
  expect(endsAt(paused)).toBeNull()
  const resumed = applyToHearings(paused, changed({ silenceEndsInMs: 40_000 }), 100_000)
  expect(endsAt(resumed)).toBe(140_000)
  expect(endsAt(applyToHearings(resumed, changed({}), 110_000))).toBeNull()
})
