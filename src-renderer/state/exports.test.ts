import { expect, it } from 'vitest'
import { ExportId, MeetingId } from '#contract/ids.ts'
import { applyToExports, exportEnded } from './exports.ts'

const exportId = ExportId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')

it('knows how far an export is until it has ended', () => {
  const progressed = { type: 'export.progressed', exportId, meetingId, share: 0.4 } as const
  const exports = applyToExports({}, progressed)
  expect(exports[exportId]).toBe(0.4)
  expect(applyToExports(exports, { ...progressed, share: 0.8 })[exportId]).toBe(0.8)
  expect(exportEnded(exports, exportId)).toEqual({})
})

it('leaves the others as they are', () => {
  expect(exportEnded({ [exportId]: 0.5, other: 1 }, exportId)).toEqual({ other: 1 })
  expect(applyToExports({ other: 1 }, { type: 'meeting.deleted', meetingId })).toEqual({ other: 1 })
})
