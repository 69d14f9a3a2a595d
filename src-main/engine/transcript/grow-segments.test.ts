import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type SegmentId, SegmentId as Id } from '#contract/ids.ts'
import type { Segment, Word } from '#contract/transcript.ts'
import { closeSegments, type GrowingText, growSegments } from './grow-segments.ts'

const place = { track: 'me', newId: () => Id.parse(randomUUID()) } as const
const nothing: GrowingText = { open: null, endMs: 0 }

function said(text: string, fromMs = 0): Word[] {
  return text.split(' ').map((word, index) => {
    const startMs = fromMs + index * 300
    return { text: word, startMs, endMs: startMs + 250, confidence: 0.98765 }
  })
}

it('lets a sentence grow under one id and closes it with its last word', () => {
  const [first, begun] = growSegments(nothing, said('We agreed'), place)
  const [second, grown] = growSegments(first, said('to wait. And', 600), place)
  expect(begun).toMatchObject([{ segment: { text: 'We agreed', startMs: 0 }, open: true }])
  expect(grown).toMatchObject([
    { segment: { id: begun[0]?.segment.id, text: 'We agreed to wait.', endMs: 1150 }, open: false },
    { segment: { text: 'And', startMs: 1200 }, open: true },
  ])
  expect(closeSegments(second)[1]).toMatchObject([{ segment: { text: 'And' }, open: false }])
  expect(grown[0]?.segment.words[0]?.confidence).toBe(0.988)
})

it.each([
  ['at a long silence', [...said('one two'), ...said('three', 3000)], ['one two', 'three']],
  [
    'at a short one after many words',
    [...said('a '.repeat(30).trim()), ...said('b', 9500)],
    ['a '.repeat(30).trim(), 'b'],
  ],
])('begins anew %s, though no sentence ended', (_, words, expected) => {
  const [, grown] = growSegments(nothing, words, place)
  expect(grown.map(({ segment }) => segment.text)).toEqual(expected)
})

it('has no segment open when nothing was said', () => {
  expect(closeSegments(nothing)).toEqual([nothing, []])
})

it('keeps every word in its order, never changes what it told, and never goes back in time', () => {
  const word = fc.record({
    text: fc.constantFrom('so', 'it', 'ends.', 'why?', 'well'),
    startMs: fc.integer({ min: 0, max: 20_000 }),
    endMs: fc.integer({ min: 0, max: 20_000 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 }), (commits) => {
      let text = nothing
      const told = new Map<SegmentId, Segment>()
      for (const words of commits) {
        const [next, grown] = growSegments(text, words, place)
        text = next
        for (const { segment } of grown) {
          const before = told.get(segment.id)?.words ?? []
          expect(segment.words.slice(0, before.length)).toEqual(before)
          told.set(segment.id, segment)
        }
      }
      const all = [...told.values()].flatMap(({ words }) => words)
      expect(all.map((one) => one.text)).toEqual(commits.flat().map((one) => one.text))
      const times = all.flatMap(({ startMs, endMs }) => [startMs, endMs])
      expect(times).toEqual(times.toSorted((a, b) => a - b))
    }),
  )
})
