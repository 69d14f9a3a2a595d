import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import { Meeting, Transcript } from '#contract/meeting.ts'
import { begin, samplesPerSecond, spoken, upTo } from './fixtures/spoken.ts'
import { RECOGNITION } from './reader-positions.ts'
import { openStore } from './store.sqlite.ts'

function setUp() {
  const store = openStore(':memory:')
  return { store, id: begin(store) }
}

const nobody = MeetingId.parse(randomUUID())

describe('meetings', () => {
  it('tells the length of the longest track and the longest part that is still unread', () => {
    const { store, id } = setUp()
    store.meetings.grow(id, 'me', 3 * samplesPerSecond)
    store.meetings.grow(id, 'them', 5 * samplesPerSecond)
    store.segments.commit(id, [spoken(0, 'hello')], upTo(1, 'me'))
    store.segments.commit(id, [], upTo(4, 'them'))
    expect(store.meetings.read(id)).toEqual({
      id,
      title: 'Stand-up',
      startedAt: '1970-01-01T00:00:00.000Z',
      durationMs: 5000,
      language: 'en',
      model: 'test-speech',
      state: 'live',
      segmentCount: 1,
      unreadMs: 2000,
      imported: false,
      folder: null,
      tags: [],
      people: [],
    })
  })

  it('are listed newest first, in the shape of the contract', () => {
    const { store } = setUp()
    const [late, early] = [begin(store, 'Late', 9000), begin(store, 'Early', 5000)]
    const list = store.meetings.list()
    expect(list.slice(0, 2).map(({ id }) => id)).toEqual([late, early])
    expect(store.meetings.latest()).toBe(late)
    for (const meeting of list) expect(() => Meeting.parse(meeting)).not.toThrow()
    expect(store.meetings.names()).toEqual(
      list.map(({ id, title, startedAt }) => ({ id, title, startedAt })),
    )
    expect(store.meetings.languages()).toEqual(['en'])
  })

  it('give back what they were created with', () => {
    const { store, id } = setUp()
    expect(store.meetings.source(id)).toEqual({
      kind: 'both',
      microphoneId: null,
      systemId: null,
    })
    expect(store.meetings.tracks(id)).toEqual([
      { name: 'me', samples: 0 },
      { name: 'them', samples: 0 },
    ])
  })

  it('are found by their state', () => {
    const { store, id } = setUp()
    const other = begin(store)
    store.meetings.setState(other, 'interrupted')
    expect(store.meetings.withState('live')).toEqual([id])
    expect(store.meetings.withState('interrupted')).toEqual([other])
  })

  it('keep the old title in a revision of a person when they are renamed', () => {
    const { store, id } = setUp()
    store.meetings.rename(id, 'Retrospective', 42)
    expect(store.meetings.read(id)?.title).toBe('Retrospective')
    expect(store.revisions.ofMeeting(id)).toEqual([
      {
        segmentId: null,
        what: 'title',
        author: 'person',
        atMs: 42,
        before: 'Stand-up',
        after: 'Retrospective',
      },
    ])
  })

  it('take everything with them when they are deleted', () => {
    const { store, id } = setUp()
    store.segments.commit(id, [spoken(0, 'confidential')], upTo(1))
    store.meetings.rename(id, 'Secret', 1)
    store.meetings.delete(id)
    expect(store.meetings.list()).toEqual([])
    expect(store.search.find('confidential', 5)).toEqual([])
    expect(store.segments.ofMeeting(id)).toEqual([])
    expect(store.revisions.ofMeeting(id)).toEqual([])
    expect(store.positions.read(id, 'me', RECOGNITION)).toBe(0)
  })

  it('that do not exist are null to read, and not found to change', () => {
    const { store } = setUp()
    expect(store.meetings.read(nobody)).toBeNull()
    expect(store.meetings.transcript(nobody)).toBeNull()
    expect(store.meetings.source(nobody)).toBeNull()
    const changes = [
      () => store.meetings.rename(nobody, 'Title', 0),
      () => store.meetings.setState(nobody, 'done'),
      () => store.meetings.setLanguage(nobody, 'it'),
      () => store.meetings.grow(nobody, 'me', 1),
      () => store.meetings.delete(nobody),
      () => store.segments.commit(nobody, [], upTo(1)),
    ]
    for (const change of changes) {
      expect(change).toThrow(expect.objectContaining({ code: 'not_found' }))
    }
  })
})

describe('segments', () => {
  it('come back in the order they were spoken, with their words, in the shape of the contract', () => {
    const { store, id } = setUp()
    const [third, first] = [spoken(2, 'the world'), spoken(0, 'hello there')]
    const beside = spoken(2, 'not at all', 'them')
    store.segments.commit(id, [third, first], upTo(3))
    store.segments.commit(id, [beside], upTo(3, 'them'))
    const transcript = store.meetings.transcript(id)
    expect(transcript?.segments).toEqual([first, third, beside])
    expect(transcript?.tracks).toEqual([
      { name: 'me', account: null },
      { name: 'them', account: null },
    ])
    expect(Transcript.parse(transcript)).toEqual(transcript)
  })

  it('are all kept with the position of their reader, or none of them', () => {
    const stored = fc.record({
      segments: fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }),
      badAt: fc.option(fc.nat({ max: 4 })),
    })
    fc.assert(
      fc.property(fc.array(stored, { maxLength: 6 }), (commits) => {
        const { store, id } = setUp()
        const kept: string[] = []
        let second = 0
        for (const { segments, badAt } of commits) {
          const made = segments.map((text) => spoken(second, text))
          const bad = badAt !== null && made[badAt] !== undefined
          // A segment of a track that the meeting does not have breaks the commit in the middle.
          const input = bad ? made.toSpliced(badAt, 0, spoken(second, 'hm', 'mix')) : made
          const commit = () => store.segments.commit(id, input, upTo(second + 1))
          if (bad) expect(commit).toThrow(/FOREIGN KEY/)
          else {
            commit()
            second += 1
            kept.push(...segments)
          }
          expect(store.positions.read(id, 'me', RECOGNITION)).toBe(second * samplesPerSecond)
          expect(store.segments.ofMeeting(id).map(({ text }) => text)).toEqual(kept)
        }
        store[Symbol.dispose]()
      }),
      { numRuns: 40 },
    )
  })

  it('grow by the words that are added to them, and are found by those too', () => {
    const { store, id } = setUp()
    const short = spoken(0, 'we agreed')
    const more = spoken(1, 'to wait')
    const grown = {
      ...short,
      endMs: more.endMs,
      text: 'we agreed to wait',
      words: [...short.words, ...more.words],
    }
    store.segments.commit(id, [short], upTo(1))
    store.segments.commit(id, [grown], upTo(2))
    expect(store.segments.ofMeeting(id)).toEqual([grown])
    expect(store.search.find('wait', 5).map(({ segment }) => segment.id)).toEqual([short.id])
  })

  it('refuse a reader that goes back, because it would read speech twice', () => {
    const { store, id } = setUp()
    store.segments.commit(id, [], upTo(2))
    expect(() => store.segments.commit(id, [spoken(1, 'again')], upTo(1))).toThrow(
      /may not go back/,
    )
    expect(store.segments.ofMeeting(id)).toEqual([])
  })

  it('refuse a track that the meeting does not have', () => {
    const { store, id } = setUp()
    expect(() => store.segments.commit(id, [spoken(0, 'hm', 'mix')], upTo(1))).toThrow(
      /FOREIGN KEY/,
    )
    expect(store.positions.read(id, 'me', RECOGNITION)).toBe(0)
  })
})

describe('a transaction over several repositories', () => {
  it('keeps nothing when its work fails', () => {
    const { store, id } = setUp()
    const work = () =>
      store.transaction(() => {
        store.meetings.setState(id, 'done')
        store.segments.commit(id, [spoken(0, 'hello')], upTo(1))
        throw new Error('no')
      })
    expect(work).toThrow('no')
    expect(store.meetings.read(id)).toMatchObject({ state: 'live', segmentCount: 0 })
  })

  it('answers what its work answers', () => {
    const { store } = setUp()
    expect(store.transaction(() => 7)).toBe(7)
  })
})

it('keeps settings as they were written', () => {
  const { store } = setUp()
  expect(store.settings.read('model')).toBeNull()
  store.settings.write('model', 'small')
  store.settings.write('model', { id: 'large', threads: 4, beam: null })
  expect(store.settings.read('model')).toEqual({ id: 'large', threads: 4, beam: null })
})

it('keeps revisions of segments in the order they were made', () => {
  const { store, id } = setUp()
  const segmentId = SegmentId.parse(randomUUID())
  const change = { segmentId, what: 'text', author: 'engine', before: 'a' } as const
  store.revisions.add(id, { ...change, atMs: 9, after: 'b' })
  store.revisions.add(id, { ...change, atMs: 3, after: 'c' })
  expect(store.revisions.ofMeeting(id).map(({ after }) => after)).toEqual(['b', 'c'])
})
