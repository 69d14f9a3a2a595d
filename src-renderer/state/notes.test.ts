import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId, NoteId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'
import { applyToNotes, notesAnswered, notesAsked, notesFailed, notesLost } from './notes.ts'

const meetingId = MeetingId.parse(randomUUID())

function aNote(atMs: number, text = 'Ask Anna'): Note {
  return { id: NoteId.parse(randomUUID()), meetingId, kind: 'note', atMs, text }
}

const changed = (note: Note): EngineEvent => ({ type: 'note.changed', note })
const textsOf = (all: ReturnType<typeof applyToNotes>) =>
  all[meetingId]?.notes.map(({ text }) => text)

it('notes stand in the order of their places, as they are now', () => {
  const late = aNote(9_000, 'Late')
  const all = [changed(late), changed(aNote(1_000, 'Early')), changed({ ...late, text: 'Later' })]
  const known = all.reduce(applyToNotes, {})
  expect(textsOf(known)).toEqual(['Early', 'Later'])
  const removed = { type: 'note.removed', meetingId, noteId: late.id } as const
  expect(textsOf(applyToNotes(known, removed))).toEqual(['Early'])
  expect(applyToNotes(known, { type: 'meeting.deleted', meetingId })).toEqual({})
})

it('an answer that may not know of a change is asked for again', () => {
  const asked = notesAsked({}, meetingId)
  const overtaken = applyToNotes(asked, changed(aNote(1)))
  expect(notesAnswered(overtaken, meetingId, [])).toBe(overtaken)
  expect(overtaken[meetingId]?.phase).toBe('unread')
  expect(notesAnswered(asked, meetingId, [aNote(2)])[meetingId]?.phase).toBe('whole')
})

it('a lost connection is no failure, and what is known stays in sight', () => {
  const asked = notesAsked(applyToNotes({}, changed(aNote(1))), meetingId)
  expect(notesFailed(asked, meetingId, null)[meetingId]?.phase).toBe('unread')
  expect(notesFailed(asked, meetingId, 'Damaged.')[meetingId]?.problem).toBe('Damaged.')
  expect(textsOf(notesLost(asked))).toEqual(['Ask Anna'])
})
