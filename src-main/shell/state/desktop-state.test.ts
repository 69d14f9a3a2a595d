import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import {
  after,
  heard,
  hearing,
  idle,
  meeting,
  meetingId,
  progressed,
  started,
  stopped,
  warned,
} from '../fixtures/desktop-events.ts'
import { firstState, receive, withEngine, withoutEngine } from './desktop-state.ts'
import { deadTracks, phaseOf, recordingOf } from './recording.ts'

const lostMicrophone = hearing().tracks.map((one) =>
  one.track === 'me' ? { ...one, state: 'lost' as const } : one,
)

it.each<[string, readonly EngineEvent[], string]>([
  ['nothing happened', [], 'idle'],
  ['a file is read', [started], 'idle'],
  ['devices are heard', [started, heard()], 'recording'],
  ['it is paused', [started, heard({ paused: true })], 'paused'],
  ['a track is lost', [started, heard({ tracks: lostMicrophone })], 'warning'],
  ['something serious was told', [started, heard(), warned()], 'warning'],
  ['it is over again', [started, heard(), warned(), warned({ over: true })], 'recording'],
  [
    'only something mild was told',
    [started, heard(), warned({ code: 'model_changed' })],
    'recording',
  ],
  ['the meeting has stopped', [started, heard(), warned(), stopped], 'idle'],
  ['it was deleted', [started, heard(), { type: 'meeting.deleted', meetingId }], 'idle'],
])('when %s', (_, events, phase) => {
  expect(phaseOf(after(...events))).toBe(phase)
})

it('calls no track dead of which nothing is wanted while it is paused', () => {
  const recording = recordingOf(after(started, heard({ paused: true, tracks: lostMicrophone })))
  expect(recording && deadTracks(recording)).toEqual([])
})

it('takes a meeting up that was running before it was asked, and keeps what it knew of it', () => {
  const found = { settings: firstState.settings, live: [{ meeting, hearing: hearing() }] }
  const state = receive(withEngine(firstState, found), progressed(61_000))
  expect(phaseOf(state)).toBe('recording')
  expect(recordingOf(withEngine(state, found))?.heardMs).toBe(61_000)
})

it('records nothing while the engine is away', () => {
  expect(phaseOf(withoutEngine(after(started, heard())))).toBe('idle')
})

it('shows how far models are fetched, until they are checked', () => {
  const fetched = (receivedBytes: number, phase: 'fetching' | 'checking'): EngineEvent => ({
    type: 'model.progressed',
    modelId: 'base',
    receivedBytes,
    totalBytes: 100,
    phase,
  })
  expect(after(fetched(25, 'fetching')).fetching).toEqual({ base: 0.25 })
  expect(after(fetched(25, 'fetching'), fetched(100, 'checking')).fetching).toEqual({})
})

it('never holds a warning twice, nor anything of a meeting that is gone', () => {
  const event = fc.constantFrom(started, heard(), stopped, warned(), warned({ over: true }))
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const { live } = events.reduce(receive, idle)
      expect(live.length).toBeLessThanOrEqual(1)
      expect(live[0]?.warnings.length ?? 0).toBeLessThanOrEqual(1)
      if (events.at(-1) === stopped) expect(live).toEqual([])
    }),
  )
})
