import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import { widthOf } from './fit.ts'
import { levelLine, type LiveView } from './level-line.ts'

function hearing(change: Partial<Hearing> = {}): Hearing {
  return {
    meetingId: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000000'),
    paused: false,
    microphoneMuted: false,
    silenceEndsInMs: null,
    tracks: [
      { track: 'me', state: 'hearing', device: 'Desk', everything: false },
      { track: 'them', state: 'hearing', device: 'Loudspeakers', everything: true },
    ],
    ...change,
  }
}

const view: LiveView = {
  heardMs: 61_000,
  readMs: 60_500,
  hearing: hearing(),
  levels: [
    { track: 'me', peak: 1, rms: 0.5 },
    { track: 'them', peak: 0.0316, rms: 0.01 },
  ],
  saying: null,
  catchingUp: false,
  room: null,
  recognition: 'working',
}

const lost = hearing({
  tracks: [
    { track: 'me', state: 'lost', device: null, everything: false },
    { track: 'them', state: 'deaf', device: 'Loudspeakers', everything: true },
  ],
})

it.each<readonly [Partial<LiveView>, string]>([
  [{}, '● 1:01  me ████████  them ████░░░░'],
  [{ levels: [] }, '● 1:01  me ░░░░░░░░  them ░░░░░░░░'],
  [{ levels: [{ track: 'me', peak: 0.001_05, rms: 0 }] }, '● 1:01  me █░░░░░░░  them ░░░░░░░░'],
  [{ hearing: hearing({ paused: true }) }, '‖ 1:01  paused'],
  [{ hearing: hearing({ microphoneMuted: true }) }, '● 1:01  me muted     them ████░░░░'],
  [{ hearing: lost }, '● 1:01  me lost      them deaf    '],
  [{ readMs: 40_000 }, '● 1:01  me ████████  them ████░░░░  21 s to read'],
  [{ hearing: null, recognition: 'restarting' }, '● 1:01  recognition starts again'],
  [{ hearing: null, recognition: 'paused' }, '● 1:01  text paused'],
  [{ hearing: null }, '● 1:01'],
  [{ hearing: null, saying: 'Good morning' }, '● 1:01  Good morning'],
])('shows %j', (change, line) => {
  expect(levelLine({ ...view, ...change }, 80)).toBe(line)
})

it('shows the last words where there is no room for all', () => {
  const saying = 'We decided to start the pilot project in spring'
  expect(levelLine({ ...view, saying }, 60)).toBe(
    '● 1:01  me ████████  them ████░░░░  …pilot project in spring',
  )
})

it('never takes more columns than there are', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 90 }), (saying, columns) => {
      expect(widthOf(levelLine({ ...view, saying }, columns))).toBeLessThanOrEqual(columns)
    }),
  )
})
