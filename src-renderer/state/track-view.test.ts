import { expect, it } from 'vitest'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import { type HeardTrack, hearsAnything, shownState } from './track-view.ts'

function track(change: Partial<HeardTrack>): HeardTrack {
  return { track: 'me', state: 'hearing', device: 'Headset', everything: false, ...change }
}

function hearing(change: Partial<Hearing> = {}): Hearing {
  const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
  return {
    meetingId,
    paused: false,
    microphoneMuted: false,
    silenceEndsInMs: null,
    tracks: [track({})],
    ...change,
  }
}

const muted = { microphoneMuted: true }
const paused = { paused: true }

it.each([
  ['hearing', {}, {}, {}],
  ['silent', {}, {}, { silent: true }],
  ['unknown', { state: 'lost' }, paused, { sure: false }],
  ['paused', { state: 'lost' }, { ...paused, ...muted }, {}],
  ['ended', { state: 'ended' }, paused, {}],
  ['lost', { state: 'lost' }, muted, { silent: true }],
  ['deaf', { state: 'deaf' }, {}, { silent: true }],
  ['opening', { state: 'opening' }, {}, {}],
  ['muted', {}, muted, { silent: true }],
  ['hearing', { track: 'them' }, muted, {}],
] as const)('says %s of %j in %j with %j', (expected, one, all, known) => {
  const circumstances = { hearing: hearing(all), sure: true, silent: false, ...known }
  expect(shownState(track(one), circumstances)).toBe(expected)
})

it('hears nothing while paused, or when every track is lost', () => {
  expect(hearsAnything(hearing())).toBe(true)
  expect(hearsAnything(hearing(paused))).toBe(false)
  expect(hearsAnything(hearing({ tracks: [track({ state: 'lost' })] }))).toBe(false)
})
