import { expect, it, vi } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { recognitionFirst } from './language-priority.ts'

const [one, other] = [
  '0190a8a0-0000-7000-8000-000000000001',
  '0190a8a0-0000-7000-8000-000000000002',
]

function measured(lagMs: number, meetingId = one, kind = 'look'): EngineEvent {
  const decode = { track: 'me', fromMs: 0, toMs: 1, encodeMs: 1, decodeMs: 1 }
  return { type: 'decode.measured', meetingId, kind, lagMs, ...decode } as unknown as EngineEvent
}
const paced = (step: number, lagMs: number): EngineEvent =>
  ({ type: 'pace.changed', meetingId: one, step, lagMs }) as unknown as EngineEvent
const stopped = (id: string): EngineEvent =>
  ({ type: 'meeting.stopped', meeting: { id }, reason: 'asked' }) as unknown as EngineEvent
const deleted = (meetingId: string): EngineEvent =>
  ({ type: 'meeting.deleted', meetingId }) as unknown as EngineEvent

/** What the model is told while these events come. */
function told(events: readonly EngineEvent[]): boolean[] {
  const hold = vi.fn<(held: boolean) => void>()
  const { note: tell } = recognitionFirst({ hold })
  events.forEach(tell)
  return hold.mock.calls.map(([held]) => held)
}

it.each<[string, readonly EngineEvent[], boolean[]]>([
  ['is left alone while text keeps up', [measured(300), measured(1_400)], []],
  ['is held from 1.5 s on, once', [measured(1_600), measured(2_000)], [true]],
  ['goes on below 0.75 s only', [measured(1_600), measured(800)], [true]],
  ['goes on when text has caught up', [measured(1_600), measured(700)], [true, false]],
  ['is held when text is given up for time', [paced(2, 900)], [true]],
  ['is left alone at the first step', [paced(1, 900)], []],
  ['goes on when the meeting stops', [measured(1_600), stopped(one)], [true, false]],
  ['goes on when the meeting is deleted', [measured(1_600), deleted(one)], [true, false]],
  ['does not mind another meeting stopping', [measured(1_600), stopped(other)], [true]],
  ['waits for all meetings', [measured(1_600), measured(1_600, other), measured(1)], [true]],
  ['does not mind files and finished stretches', [measured(90_000, one, 'final')], []],
])('the language model %s', (_, events, expected) => {
  expect(told(events)).toEqual(expected)
})
