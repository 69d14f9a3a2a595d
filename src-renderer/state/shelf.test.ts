import { expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { addressOf, parseRoute } from './route.ts'
import { onShelf, shelvesOf } from './shelf.ts'

function meeting(title: string, folder: string | null, tags: string[]): Meeting {
  return {
    id: MeetingId.parse(crypto.randomUUID()),
    title,
    startedAt: '2026-11-20T10:00:00.000Z',
    durationMs: 60_000,
    language: 'en',
    model: 'test',
    state: 'done',
    segmentCount: 1,
    unreadMs: 0,
    imported: false,
    folder,
    tags,
    people: [],
  }
}

const meetings = [
  meeting('One', 'Zoo', ['b', 'a']),
  meeting('Two', 'Árbol', ['a']),
  meeting('Three', 'Zoo', []),
  meeting('Four', null, ['a']),
]

it('counts folders and tags, in the order of the reader’s language', () => {
  expect(shelvesOf(meetings, 'en')).toEqual({
    folders: [
      { name: 'Árbol', count: 1 },
      { name: 'Zoo', count: 2 },
    ],
    tags: [
      { name: 'a', count: 3 },
      { name: 'b', count: 1 },
    ],
  })
})

it.each([
  ['all', null, ['One', 'Two', 'Three', 'Four']],
  ['a folder', { kind: 'folder', name: 'Zoo' } as const, ['One', 'Three']],
  ['a tag', { kind: 'tag', name: 'a' } as const, ['One', 'Two', 'Four']],
  ['a folder that is gone', { kind: 'folder', name: 'Else' } as const, []],
  ['the trash', { kind: 'trash' } as const, []],
])('shows %s', (_, shelf, titles) => {
  expect(onShelf(meetings, shelf).map(({ title }) => title)).toEqual(titles)
})

it.each([
  { kind: 'folder', name: 'R&D / 50% #1 ?q=x' } as const,
  { kind: 'tag', name: '<b>اجتماع</b>' } as const,
  { kind: 'trash' } as const,
])('is in the address, whatever its name: $kind', (shelf) => {
  const route = { screen: 'library', query: '', shelf } as const
  expect(parseRoute(addressOf(route))).toEqual(route)
})
