import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { applyToEdits } from './edits.ts'

it('knows of each meeting what undoing would do, as long as the meeting is there', () => {
  const meetingId = MeetingId.parse(randomUUID())
  const undo = { id: 4, what: 'written' } as const
  const known = applyToEdits({}, { type: 'edits.changed', meetingId, undo, redo: null })
  expect(known).toEqual({ [meetingId]: { undo, redo: null } })
  expect(applyToEdits(known, { type: 'devices.changed', devices: [] })).toBe(known)
  expect(applyToEdits(known, { type: 'meeting.deleted', meetingId })).toEqual({})
})
