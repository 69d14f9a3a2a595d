import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import { applyToPaces, type CatchingUp } from './paces.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const pace = (step: number): EngineEvent => ({ type: 'pace.changed', meetingId, step, lagMs: 0 })

it.each([
  [[0], false],
  [[2], false],
  [[3], true],
  [[5, 4], true],
  [[5, 2], false],
])('tells of steps %j that text is noticeably late: %j', (steps, expected) => {
  const late = steps.reduce<CatchingUp>((known, step) => applyToPaces(known, pace(step)), new Set())
  expect(late.has(meetingId)).toBe(expected)
})

it('changes nothing where nothing changes, so that nothing is drawn anew', () => {
  const late: CatchingUp = new Set([meetingId])
  expect(applyToPaces(late, pace(4))).toBe(late)
  expect(applyToPaces(new Set(), pace(1)).size).toBe(0)
})
