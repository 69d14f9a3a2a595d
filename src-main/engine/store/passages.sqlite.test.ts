import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3-multiple-ciphers'
import { expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import { SegmentId } from '#contract/ids.ts'
import { begin, spoken, upTo } from './fixtures/spoken.ts'
import { openStore } from './store.sqlite.ts'
import { loadVectors, toBits, toBytes } from './vectors.sqlite.ts'

const model = 'one'
/** A direction in the plane, in degrees, as a vector of sixteen numbers. */
function toward(degrees: number): Float32Array {
  const angle = (degrees * Math.PI) / 180
  return Float32Array.from({ length: 16 }, (_, place) =>
    place % 2 === 0 ? Math.cos(angle + place) : Math.sin(angle + place),
  )
}

function setUp() {
  const store = openStore(':memory:')
  const id = begin(store, 'Planning', Date.UTC(2026, 2, 2, 12))
  const segments = ['We ship in May', 'The budget is gone', 'Anna writes the report'].map(
    (text, second) => spoken(second, text, second === 1 ? 'them' : 'me'),
  )
  for (const segment of segments) store.segments.commit(id, [segment], upTo(5, segment.track))
  store.meetings.setState(id, 'done')
  const passages = segments.map((segment, place) => ({
    fingerprint: `print ${place}`,
    segmentIds: [segment.id],
    vector: toward(place * 60),
  }))
  store.passages.add(id, model, passages)
  store.passages.finish(
    id,
    model,
    passages.map(({ fingerprint }) => fingerprint),
  )
  const texts = (degrees: number, filters = anywhere) =>
    store.passages
      .nearest(model, toward(degrees), { limit: 10, filters })
      .flatMap(({ places }) => places.map(({ hit }) => hit.segment.text))
  return { store, id, segments, texts }
}

it('gives what means most nearly the same first', () => {
  const { store, texts } = setUp()
  expect(store.passages.problem).toBeNull()
  expect(texts(0)[0]).toBe('We ship in May')
  expect(texts(62)).toEqual(['The budget is gone', expect.any(String), expect.any(String)])
  const [first] = store.passages.nearest(model, toward(120), { limit: 1, filters: anywhere })
  expect(first?.places[0]?.hit.segment.text).toBe('Anna writes the report')
  expect(first?.similarity).toBeCloseTo(1, 2)
})

it('gives only what passes the filters', () => {
  const { texts, id } = setUp()
  expect(texts(0, { ...anywhere, track: 'them' })).toEqual(['The budget is gone'])
  expect(texts(0, { ...anywhere, speaker: 'Nobody' })).toEqual([])
  expect(texts(0, { ...anywhere, meetingId: id })).toHaveLength(3)
  expect(texts(0, { ...anywhere, from: '2026-03-05' })).toEqual([])
})

it('never compares vectors of different models, and removes the old ones', () => {
  const { store, id, segments, texts } = setUp()
  const [first] = segments
  if (!first) throw new Error('There is one')
  expect(store.passages.nearest('two', toward(0), { limit: 3, filters: anywhere })).toEqual([])
  expect(store.passages.coverage('two')).toEqual({ meetings: 1, missing: [id] })
  store.passages.add(id, 'two', [
    { fingerprint: 'print 0', segmentIds: [first.id], vector: toward(0).slice(0, 8) },
  ])
  expect(texts(0)).toEqual([])
  expect(store.passages.forgetOthers('two', 2)).toBe(true)
  expect(store.passages.forgetOthers('two', 2)).toBe(false)
  const near = store.passages.nearest('two', toward(0).slice(0, 8), { limit: 3, filters: anywhere })
  expect(near).toHaveLength(1)
})

it('drops a passage with the text that it was made of, and knows that its meeting is to be read again', () => {
  const { store, id, segments, texts } = setUp()
  const [, budget] = segments
  if (!budget) throw new Error('There is one')
  expect(store.passages.coverage(model).missing).toEqual([])
  store.segments.write(id, { ...budget, text: 'The budget is fine' }, 1)
  expect(texts(60)).toHaveLength(2)
  expect(store.passages.coverage(model)).toEqual({ meetings: 1, missing: [id] })
  expect(store.passages.known(id, model)).toEqual(new Set(['print 0', 'print 2']))
})

it('keeps no passage of text that is gone meanwhile', () => {
  const { store, id } = setUp()
  const unknown = SegmentId.parse(randomUUID())
  store.passages.add(id, model, [
    { fingerprint: 'late', segmentIds: [unknown], vector: toward(200) },
  ])
  expect(store.passages.known(id, model).has('late')).toBe(false)
})

it('leaves nothing of a deleted meeting', () => {
  const { store, id, texts } = setUp()
  store.meetings.delete(id)
  expect(texts(0)).toEqual([])
  expect(store.passages.coverage(model)).toEqual({ meetings: 0, missing: [] })
})

it('says so where the library cannot be loaded', () => {
  const db = new Database(':memory:')
  expect(loadVectors(db, () => '/nowhere/vec0')).toContain('by words alone')
  expect(loadVectors(db)).toBeNull()
})

it('makes bytes and bits of numbers', () => {
  expect([...toBytes(Float32Array.of(0.5, -0.25, 0))]).toEqual([127, 256 - 63, 0])
  expect([...toBits(Float32Array.of(1, -1, 0, 2, 0, 0, 0, 0, 3))]).toEqual([0b1001, 1])
})
