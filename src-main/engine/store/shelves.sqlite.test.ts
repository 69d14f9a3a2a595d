import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { begin, spoken, upTo } from './fixtures/spoken.ts'
import { openStore } from './store.sqlite.ts'

function setUp() {
  const store = openStore(':memory:')
  return { store, one: begin(store, 'One', 1), two: begin(store, 'Two', 2) }
}

it('puts many meetings into a folder, gives them tags and takes some away', () => {
  const { store, one, two } = setUp()
  store.shelves.organise([one, two], { folder: 'Sales', addTags: ['weekly', 'acme'] })
  const changed = store.shelves.organise([two, two], {
    removeTags: ['weekly'],
    addTags: ['urgent'],
  })
  expect(changed).toHaveLength(1)
  expect(store.meetings.list()).toMatchObject([
    { id: two, folder: 'Sales', tags: ['acme', 'urgent'] },
    { id: one, folder: 'Sales', tags: ['acme', 'weekly'] },
  ])
  store.shelves.organise([one], { folder: null })
  expect(store.meetings.read(one)).toMatchObject({ folder: null, tags: ['acme', 'weekly'] })
})

it('does it to all of them or to none', () => {
  const { store, one } = setUp()
  const nobody = MeetingId.parse(randomUUID())
  expect(() => store.shelves.organise([one, nobody], { folder: 'Sales' })).toThrow(/not there/)
  expect(store.meetings.read(one)?.folder).toBeNull()
})

it('takes a name as it is known, in whatever letters it comes', () => {
  const { store, one, two } = setUp()
  store.shelves.organise([one], { folder: 'Città', addTags: ['Acme'] })
  store.shelves.organise([two], { folder: 'CITTÀ', addTags: ['acme'] })
  expect(store.meetings.read(two)).toMatchObject({ folder: 'Città', tags: ['Acme'] })
})

it('renames a folder for deleted meetings too, and may join another', () => {
  const { store, one, two } = setUp()
  store.shelves.organise([one, two], { folder: 'Old' })
  store.trash.put(two, 5)
  expect(store.shelves.renameFolder('Old', 'New').map(({ id }) => id)).toEqual([one])
  store.trash.takeOut(two)
  expect(store.meetings.read(two)?.folder).toBe('New')
  expect(store.shelves.renameFolder('New', 'new')).toMatchObject([
    { folder: 'new' },
    { folder: 'new' },
  ])
  expect(() => store.shelves.renameFolder('Old', 'Else')).toThrow(/no such folder/)
})

it('knows the people of a meeting: who speaks by name, and who was added', () => {
  const { store, one } = setUp()
  const segments = [
    { ...spoken(0, 'hello'), speaker: 'Zoe' },
    { ...spoken(1, 'again'), speaker: 'Zoe' },
    spoken(2, 'somebody'),
  ]
  store.segments.commit(one, segments, upTo(3))
  store.shelves.organise([one], { addPeople: ['Ada', 'Zoe'] })
  expect(store.meetings.read(one)?.people).toEqual(['Ada', 'Zoe'])
  store.shelves.organise([one], { removePeople: ['Ada', 'Zoe'] })
  expect(store.meetings.read(one)?.people).toEqual(['Zoe'])
})

it('hides what lies in the trash from lists, names, search and the newest', () => {
  const { store, one, two } = setUp()
  store.segments.commit(two, [spoken(0, 'secret budget')], upTo(1))
  expect(store.search.find('budget', 5)).toHaveLength(1)
  store.trash.put(two, 7)
  expect(store.meetings.list().map(({ id }) => id)).toEqual([one])
  expect(store.meetings.names().map(({ id }) => id)).toEqual([one])
  expect(store.meetings.read(two)).toBeNull()
  expect(store.meetings.transcript(two)).toBeNull()
  expect(store.meetings.latest()).toBe(one)
  expect(store.search.find('budget', 5)).toEqual([])
  expect(() => store.meetings.rename(two, 'Seen', 8)).toThrow(/no such meeting/)
  expect(() => store.trash.put(two, 9)).toThrow(/no such meeting/)
  expect(store.trash.list()).toMatchObject([{ meeting: { id: two }, deletedAtMs: 7 }])
  store.trash.takeOut(two)
  expect(store.search.find('budget', 5)).toHaveLength(1)
  expect(() => store.trash.takeOut(two)).toThrow(/not in the trash/)
})
