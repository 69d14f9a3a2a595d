import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import { cutPassages, passageRules } from './cut-passages.ts'

const idOf = (number: number) =>
  SegmentId.parse(`00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`)

/** Segments of so many words, each after a pause in seconds. */
function talk(parts: ReadonlyArray<readonly [words: number, pauseSeconds: number]>) {
  let atMs = 0
  return parts.map(([words, pause], number) => {
    const startMs = atMs + pause * 1000
    atMs = startMs + words * 400
    const text = Array.from({ length: words }, (_, word) => `w${number}-${word}`).join(' ')
    return { id: idOf(number), startMs, endMs: atMs, text, speaker: null }
  })
}

const places = (segments: ReturnType<typeof talk>) =>
  cutPassages(segments).map(({ segmentIds }) =>
    segmentIds.map((id) => segments.findIndex((segment) => segment.id === id)),
  )

it.each([
  ['nothing of nothing', [], []],
  ['one of a little', [[3, 0]], [[0]]],
  [
    'one of what is near',
    [
      [30, 0],
      [30, 1],
      [10, 1],
    ],
    [[0, 1, 2]],
  ],
  [
    'two where it grows long',
    [
      [60, 0],
      [60, 1],
      [60, 1],
    ],
    [[0, 1], [2]],
  ],
  [
    'two that share a short segment',
    [
      [70, 0],
      [12, 1],
      [60, 1],
    ],
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [
    'two over a long pause',
    [
      [10, 0],
      [10, 40],
    ],
    [[0], [1]],
  ],
  ['one of a long monologue', [[400, 0]], [[0]]],
  [
    'none of silence',
    [
      [0, 0],
      [0, 1],
    ],
    [],
  ],
] as const)('makes %s', (_, parts, expected) => {
  expect(places(talk(parts))).toEqual(expected)
})

it('holds every word, in order, and never joins over a long pause', () => {
  const part = fc.tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const segments = talk(parts)
      const cut = places(segments)
      const spoken = segments.flatMap(({ text }, place) => (text === '' ? [] : [place]))
      expect([...new Set(cut.flat())]).toEqual(spoken)
      for (const passage of cut) {
        const of = passage.flatMap((place) => segments[place] ?? [])
        const words = of.flatMap(({ text }) => text.split(' ')).length
        expect(of.length === 1 || words <= passageRules.mostWords).toBe(true)
        for (const [index, segment] of of.slice(1).entries())
          expect(segment.startMs - (of[index]?.endMs ?? 0)).toBeLessThan(passageRules.pauseMs)
      }
    }),
  )
})

it('knows again what did not change', () => {
  const segments = talk([
    [90, 0],
    [90, 1],
    [90, 1],
  ])
  const before = cutPassages(segments).map(({ fingerprint }) => fingerprint)
  const changed = segments.map((segment, place) =>
    place === 2 ? { ...segment, text: 'other words' } : segment,
  )
  const after = cutPassages(changed).map(({ fingerprint }) => fingerprint)
  expect(after[0]).toBe(before[0])
  expect(after.at(-1)).not.toBe(before.at(-1))
})
