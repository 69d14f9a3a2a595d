import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { SummaryId } from '#contract/ids.ts'
import { Summary } from '#contract/summary.ts'
import { begin } from './fixtures/spoken.ts'
import { openStore } from './store.sqlite.ts'
import type { NewSummary } from './summaries.ts'

function setUp() {
  const store = openStore(':memory:')
  const id = begin(store)
  const summary = (text: string): NewSummary => ({
    id: SummaryId.parse(randomUUID()),
    meetingId: id,
    writtenAt: '2026-03-02T09:00:00.000Z',
    author: 'rules',
    model: null,
    without: 'None is here.',
    template: 'general',
    language: 'en',
    state: 'final',
    title: null,
    sections: [{ title: 'Overview', lines: [{ text, citations: [] }] }],
    dropped: 0,
  })
  const texts = (): (string | undefined)[] =>
    store.summaries.ofMeeting(id).map(({ sections }) => sections[0]?.lines[0]?.text)
  return { store, id, summary, texts }
}

it('keeps every summary that somebody wanted, the newest first, in the shape of the contract', () => {
  const { store, id, summary, texts } = setUp()
  store.summaries.add(summary('one'), 'request')
  store.summaries.add(summary('two'), 'person')
  expect(store.summaries.add(summary('three'), 'request')).toMatchObject({ revision: 3 })
  expect(texts()).toEqual(['three', 'two', 'one'])
  for (const one of store.summaries.ofMeeting(id)) expect(() => Summary.parse(one)).not.toThrow()
})

it('lets one that comes by itself take the place of another, and of nothing that was wanted', () => {
  const { store, id, summary, texts } = setUp()
  store.summaries.add(summary('one'), 'nobody')
  store.summaries.add(summary('two'), 'nobody')
  store.summaries.add(summary('three'), 'request')
  store.summaries.add(summary('four'), 'nobody')
  store.summaries.add(summary('five'), 'nobody')
  expect(texts()).toEqual(['five', 'three', 'two'])
  store.summaries.add(summary('six'), 'person')
  expect(store.summaries.add(summary('seven'), 'nobody')).toBeNull()
  expect(texts()[0]).toBe('six')
  expect(store.summaries.latest(id)?.wantedBy).toBe('person')
})

it('says once that the text has changed', () => {
  const { store, id, summary } = setUp()
  expect(store.summaries.outdate(id)).toBeNull()
  store.summaries.add(summary('one'), 'person')
  expect(store.summaries.outdate(id)).toMatchObject({ outdated: true })
  expect(store.summaries.outdate(id)).toBeNull()
  expect(store.summaries.latest(id)?.summary.outdated).toBe(true)
})

it('leaves with its meeting, as notes do', () => {
  const { store, id, summary } = setUp()
  store.summaries.add(summary('one'), 'nobody')
  for (const key of ['a', 'b', 'c']) store.summaryNotes.write(id, key, { key })
  store.summaryNotes.keepOnly(id, ['b', 'c', 'd'])
  expect(store.summaryNotes.read(id, 'a')).toBeNull()
  expect(store.summaryNotes.read(id, 'b')).toEqual({ key: 'b' })
  store.meetings.delete(id)
  expect(store.summaries.latest(id)).toBeNull()
  expect(store.summaryNotes.read(id, 'b')).toBeNull()
})
