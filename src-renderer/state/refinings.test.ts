import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import type { Refining } from '#contract/refining.ts'
import { applyToRefinings, refinedShare, refiningAnswered } from './refinings.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const refining = (doneMs: number, change: Partial<Refining> = {}): Refining => ({
  meetingId,
  model: 'small',
  state: 'running',
  doneMs,
  totalMs: 40_000,
  ...change,
})

it('knows what was told last, and forgets it with the meeting', () => {
  const told = applyToRefinings({}, { type: 'refining.changed', refining: refining(1) })
  const again = applyToRefinings(told, { type: 'refining.changed', refining: refining(2) })
  expect(again).toEqual({ [meetingId]: refining(2) })
  expect(applyToRefinings(again, { type: 'meeting.deleted', meetingId })).toEqual({})
})

it('takes an answer unless an event has told more since', () => {
  expect(refiningAnswered({}, meetingId, null)).toEqual({ [meetingId]: null })
  const told = { [meetingId]: refining(2) }
  expect(refiningAnswered(told, meetingId, refining(1))).toBe(told)
})

it.each([
  [refining(10_000), 0.25],
  [refining(0, { totalMs: 0 }), 0],
  [refining(50_000), 1],
])('tells the share that was read', (known, share) => {
  expect(refinedShare(known)).toBe(share)
})
