import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import { MeetingId, NoteId } from '#contract/ids.ts'
import type { Note } from '#contract/note.ts'
import { openStore } from './store.sqlite.ts'

function setUp() {
  const store = openStore(':memory:')
  const begin = (title: string, startedAtMs = 5): MeetingId => {
    const id = MeetingId.parse(randomUUID())
    const rest = { language: 'en', model: 'tiny', source: null, vocabulary: [] }
    store.meetings.create({ id, title, startedAtMs, tracks: ['me'], ...rest })
    return id
  }
  return { store, begin, ...store }
}

function aNote(
  meetingId: MeetingId,
  atMs: number,
  text: string,
  kind: Note['kind'] = 'note',
): Note {
  return { id: NoteId.parse(randomUUID()), meetingId, kind, atMs, text }
}

it('keeps notes in the order of their places', () => {
  const { notes, begin } = setUp()
  const id = begin('Planning')
  const [late, early] = [aNote(id, 9_000, 'Late'), aNote(id, 1_000, '', 'bookmark')]
  notes.add(late)
  notes.add(early)
  notes.add(aNote(begin('Other'), 0, 'Elsewhere'))
  expect(notes.ofMeeting(id)).toEqual([early, late])
})

it('takes the same words at the same time for one note', () => {
  const { notes, begin } = setUp()
  const id = begin('Planning')
  const first = notes.add(aNote(id, 1_000, 'Ask Anna'))
  expect(notes.add(aNote(id, 1_000, 'Ask Anna'))).toEqual(first)
  notes.add(aNote(id, 1_000, 'Ask Anna', 'bookmark'))
  notes.add(aNote(id, 1_001, 'Ask Anna'))
  expect(notes.ofMeeting(id)).toHaveLength(3)
})

it('finds notes by their words as they are now, in the meetings that pass', () => {
  const { notes, begin, meetings } = setUp()
  const [budget, other] = [begin('Budget'), begin('Other')]
  const note = notes.add(aNote(budget, 1_000, 'Ask Anna about the Café budget'))
  notes.add(aNote(other, 2_000, 'Cafe again'))
  const found = (query: string, filters = anywhere) =>
    notes.find(query, 10, filters).map((hit) => hit.note.text)
  expect(found('cafe')).toEqual(['Cafe again', note.text])
  expect(found('cafe', { ...anywhere, meetingId: budget })).toEqual([note.text])
  expect(notes.find('budg', 1, anywhere)[0]).toMatchObject({
    meetingTitle: 'Budget',
    snippet: 'Ask Anna about the Café \u0002budget\u0003',
  })
  expect(notes.edit(note.id, 'Ask Piotr')).toEqual({ ...note, text: 'Ask Piotr' })
  expect(found('anna')).toEqual([])
  expect(found('piotr')).toEqual(['Ask Piotr'])
  notes.remove(note.id)
  expect(found('piotr')).toEqual([])
  expect(notes.edit(note.id, 'Too late')).toBeNull()
  meetings.delete(other)
  expect(found('cafe')).toEqual([])
})

it('takes any string for a query', () => {
  const { notes, begin } = setUp()
  notes.add(aNote(begin('Planning'), 0, 'Ask Anna'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (query) => {
      expect(() => notes.find(query, 5, anywhere)).not.toThrow()
    }),
  )
})
