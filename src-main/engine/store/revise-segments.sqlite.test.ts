import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MeetingId, RefusalId, SegmentId } from '#contract/ids.ts'
import { Refusal } from '#contract/refusal.ts'
import type { Segment } from '#contract/transcript.ts'
import { begin, samplesPerSecond, spoken, upTo } from './fixtures/spoken.ts'
import { RECOGNITION, REFINING } from './reader-positions.ts'
import type { Advance } from './segments.ts'
import { openStore } from './store.sqlite.ts'

function setUp() {
  const store = openStore(':memory:')
  const id = begin(store)
  const kept = [spoken(0, 'good mourning'), spoken(1, 'we agreed two wait'), spoken(2, 'okay')]
  store.segments.commit(id, kept, upTo(3))
  return { store, id, kept }
}

function again(second: number): { advance: Advance; atMs: number } {
  const toSample = second * samplesPerSecond
  return { advance: { track: 'me', reader: REFINING, toSample }, atMs: 7 }
}

const better = ({ id }: Segment, second: number, text: string): Segment => ({
  ...spoken(second, text),
  id,
  status: 'final',
})

describe('text that is revised', () => {
  it('takes the place of what was there, with the position of its reader', () => {
    const { store, id, kept } = setUp()
    const [first, second, third] = kept
    if (!first || !second || !third) throw new Error('three were kept')
    const after = [better(first, 0, 'good morning'), spoken(1, 'we agreed'), spoken(1, 'to wait')]
    const change = { before: [first, second], after }
    store.segments.revise(id, { changes: [change], settled: [third.id] }, again(3))
    expect(store.segments.ofMeeting(id)).toEqual([...after, { ...third, status: 'final' }])
    expect(store.positions.read(id, 'me', REFINING)).toBe(3 * samplesPerSecond)
    expect(store.positions.read(id, 'me', RECOGNITION)).toBe(3 * samplesPerSecond)
    expect(store.search.find('morning', 5)).toHaveLength(1)
    expect(store.search.find('mourning', 5)).toEqual([])
  })

  it('can be undone from its revision', () => {
    const { store, id, kept } = setUp()
    const before = kept.slice(0, 2)
    const after = [spoken(0, 'good morning we agreed to wait')]
    store.segments.revise(id, { changes: [{ before, after }], settled: [] }, again(3))
    const [revision] = store.revisions.ofMeeting(id)
    expect(revision).toMatchObject({ what: 'segments', author: 'engine', segmentId: null, atMs: 7 })
    const parse = (json = '[]') => JSON.parse(json) as Segment[]
    const undo = { before: parse(revision?.after), after: parse(revision?.before) }
    store.segments.revise(id, { changes: [undo], settled: [] }, again(3))
    expect(store.segments.ofMeeting(id)).toEqual(kept)
  })

  it('is all kept or none of it', () => {
    const { store, id, kept } = setUp()
    // The meeting has no such track, which is noticed in the middle.
    const changes = [{ before: kept, after: [spoken(0, 'better'), spoken(1, 'hm', 'mix')] }]
    expect(() => store.segments.revise(id, { changes, settled: [] }, again(3))).toThrow(/FOREIGN/)
    expect(store.segments.ofMeeting(id)).toEqual(kept)
    expect(store.positions.read(id, 'me', REFINING)).toBe(0)
    expect(store.revisions.ofMeeting(id)).toEqual([])
  })
})

describe('text that a person wrote', () => {
  it('is known by its revision, and found again by its words', () => {
    const { store, id, kept } = setUp()
    const [, second] = kept
    if (!second) throw new Error('three were kept')
    const written = better(second, 1, 'we agreed to hold')
    store.segments.write(id, written, 9)
    expect([...store.segments.written(id)]).toEqual([second.id])
    expect(store.segments.read(id, second.id)).toEqual(written)
    expect(store.search.find('hold', 5)).toHaveLength(1)
    expect(store.revisions.ofMeeting(id)).toEqual([
      {
        segmentId: second.id,
        what: 'text',
        author: 'person',
        atMs: 9,
        before: 'we agreed two wait',
        after: 'we agreed to hold',
      },
    ])
  })

  it('is not written over by a reader that goes on with the sentence', () => {
    const { store, id, kept } = setUp()
    const [, , third] = kept
    if (!third) throw new Error('three were kept')
    const written = better(third, 2, 'Okay!')
    store.segments.write(id, written, 9)
    store.segments.commit(id, [{ ...third, text: 'okay then' }], upTo(4))
    expect(store.segments.read(id, third.id)).toEqual(written)
  })
})

it('finds the segments of a track that share time with a stretch', () => {
  const { store, id, kept } = setUp()
  store.segments.commit(id, [spoken(1, 'beside', 'them')], upTo(3, 'them'))
  const within = (startMs: number, endMs: number) =>
    store.segments.within(id, { track: 'me', startMs, endMs }).map(({ text }) => text)
  expect(within(1_000, 2_000)).toEqual(['we agreed two wait'])
  expect(within(999, 2_001)).toEqual(kept.map(({ text }) => text))
  expect(within(3_000, 4_000)).toEqual([])
  expect(store.segments.read(id, SegmentId.parse(randomUUID()))).toBeNull()
})

describe('what was refused', () => {
  const refused = (startMs: number, text: string, rule = 'loop') => ({
    id: RefusalId.parse(randomUUID()),
    track: 'me' as const,
    rule,
    startMs,
    endMs: startMs + 500,
    text,
  })

  it('is kept with its words, in the order it was spoken, and leaves with its meeting', () => {
    const { store, id } = setUp()
    const [late, early] = [refused(2_000, 'no no no'), refused(0, 'the budget', 'bleed')]
    store.refusals.add(id, [late, early])
    const list = store.refusals.ofMeeting(id)
    expect(list.map(({ text }) => text)).toEqual(['the budget', 'no no no'])
    for (const refusal of list) expect(Refusal.parse(refusal)).toEqual(refusal)
    expect(store.refusals.read(late.id)).toMatchObject({ ...late, meetingId: id, segmentId: null })
    expect(store.refusals.within(id, { track: 'me', startMs: 0, endMs: 9_000 }, 'bleed')).toEqual([
      expect.objectContaining({ text: 'the budget' }),
    ])
    store.meetings.delete(id)
    expect(store.refusals.ofMeeting(id)).toEqual([])
    expect(store.refusals.read(late.id)).toBeNull()
  })

  it('is brought back once, as a person’s text', () => {
    const { store, id, kept } = setUp()
    store.refusals.add(id, [refused(5_000, 'no no no', 'bleed')])
    const [refusal] = store.refusals.ofMeeting(id)
    if (!refusal) throw new Error('one was kept')
    const shown = spoken(5, 'no no no')
    store.refusals.restore(refusal, shown, 3)
    expect(store.segments.ofMeeting(id)).toEqual([...kept, shown])
    expect(store.segments.written(id)).toEqual(new Set([shown.id]))
    expect(store.refusals.ofMeeting(id)).toMatchObject([{ segmentId: shown.id }])
    expect(store.refusals.within(id, { ...refusal }, 'bleed')).toEqual([])
    expect(() => store.refusals.restore(refusal, spoken(5, 'again'), 4)).toThrow(/once/)
    expect(store.segments.ofMeeting(id)).toHaveLength(kept.length + 1)
  })
})

describe('a reading that is wanted', () => {
  it('goes on where its model came to, and begins anew with another model', () => {
    const { store, id } = setUp()
    const wanted = { meetingId: id, model: 'small', extent: 'within_budget' } as const
    store.refinings.want(wanted)
    store.segments.commit(id, [], again(2).advance)
    store.refinings.spend(id, 1200.6)
    expect(store.refinings.all()).toEqual([{ ...wanted, spentMs: 1201 }])
    store.refinings.want({ ...wanted, extent: 'whole' })
    expect(store.positions.read(id, 'me', REFINING)).toBe(2 * samplesPerSecond)
    store.refinings.want({ ...wanted, model: 'large' })
    expect(store.positions.read(id, 'me', REFINING)).toBe(0)
    expect(store.positions.read(id, 'me', RECOGNITION)).toBe(3 * samplesPerSecond)
    store.refinings.forget(id)
    expect(store.refinings.read(id)).toBeNull()
  })

  it('cannot be of a meeting that is gone', () => {
    const { store } = setUp()
    const meetingId = MeetingId.parse(randomUUID())
    const wish = () => store.refinings.want({ meetingId, model: 'small', extent: 'whole' })
    expect(wish).toThrow(/FOREIGN/)
  })
})
