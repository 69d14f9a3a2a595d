import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import {
  noDrafts,
  parseDrafts,
  withoutUnsent,
  withTyped,
  withUnsent,
  withWritten,
} from './drafts.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')

it('a note has the time of its first letter, until the field is empty', () => {
  const begun = withTyped(noDrafts, meetingId, 'A', 5_000)
  const going = withTyped(begun, meetingId, 'Ask Anna', 9_000)
  expect(going.typed[meetingId]).toEqual({ text: 'Ask Anna', atMs: 5_000 })
  const emptied = withTyped(going, meetingId, '', 10_000)
  expect(emptied).toEqual(noDrafts)
  expect(withTyped(emptied, meetingId, 'B', 11_000).typed[meetingId]?.atMs).toBe(11_000)
})

it('what was written waits until it is kept', () => {
  const written = withWritten(withTyped(noDrafts, meetingId, ' Ask Anna ', 5_000), meetingId)
  expect(written.typed).toEqual({})
  const [note] = written.unsent
  expect(note).toEqual({ meetingId, kind: 'note', atMs: 5_000, text: 'Ask Anna' })
  expect(note && withoutUnsent(written, note)).toEqual(noDrafts)
})

it('blanks are no note', () => {
  const blank = withTyped(noDrafts, meetingId, '  ', 5_000)
  expect(withWritten(blank, meetingId)).toBe(blank)
  expect(withWritten(noDrafts, meetingId)).toBe(noDrafts)
})

it('what one page leaves the next one finds', () => {
  const drafts = withUnsent(withTyped(noDrafts, meetingId, 'Draft', 1), {
    meetingId,
    kind: 'bookmark',
    atMs: 2_000,
    text: '',
  })
  expect(parseDrafts(JSON.stringify(drafts))).toEqual(drafts)
})

it('whatever else is found there is no draft', () => {
  expect(parseDrafts('{"typed":{"a":{"text":4}},"unsent":[{"kind":"note"}]}')).toEqual(noDrafts)
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(parseDrafts(json)).toMatchObject({ unsent: [] })
    }),
  )
})
