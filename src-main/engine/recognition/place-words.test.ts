import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWords } from './place-words.ts'

const segment = { startMs: 0, endMs: 2000 }
const word = (startMs: number, endMs: number) => ({ text: 'w', startMs, endMs, confidence: 1 })
const pause = (startMs: number, endMs: number) => ({ startMs, endMs })

type Pairs = ReadonlyArray<readonly [number, number]>

const times = (words: Pairs, pauses: Pairs = []) =>
  placeWords(
    words.map(([from, to]) => word(from, to)),
    segment,
    pauses.map(([from, to]) => pause(from, to)),
  ).map(({ startMs, endMs }) => [startMs, endMs])

describe('placeWords', () => {
  it('keeps the end of a word where it is known', () => {
    expect(
      times([
        [100, 300],
        [700, 900],
      ]),
    ).toEqual([
      [100, 300],
      [700, 900],
    ])
  })

  it.each<[string, Pairs, Pairs, Pairs]>([
    [
      'lie between them',
      [
        [100, 700],
        [700, 1200],
      ],
      [[500, 800]],
      [
        [100, 500],
        [800, 1200],
      ],
    ],
    [
      'begin a little later',
      [
        [100, 700],
        [700, 1500],
      ],
      [[780, 1100]],
      [
        [100, 780],
        [1100, 1500],
      ],
    ],
    [
      'end a little earlier',
      [
        [100, 700],
        [700, 1500],
      ],
      [[400, 650]],
      [
        [100, 400],
        [650, 1500],
      ],
    ],
  ])('lets two words meet at a pause that is said to %s', (_, words, pauses, expected) => {
    expect(times(words, pauses)).toEqual(expected)
  })

  it('does not let the first word begin in silence, nor the last one end in it', () => {
    expect(
      times(
        [[0, 900]],
        [
          [0, 300],
          [850, 2000],
        ],
      ),
    ).toEqual([[300, 850]])
  })

  it('leaves words alone that no pause is near', () => {
    expect(
      times(
        [
          [100, 500],
          [500, 900],
        ],
        [[1200, 1600]],
      ),
    ).toEqual([
      [100, 500],
      [500, 900],
    ])
  })

  it('does not take all of its time from a word', () => {
    expect(
      times(
        [
          [100, 300],
          [300, 400],
        ],
        [[50, 1000]],
      ),
    ).toEqual([
      [100, 300],
      [300, 400],
    ])
  })

  it('keeps words in order and inside their segment, whatever pauses there are', () => {
    const ms = fc.integer({ min: -300, max: 2500 })
    const pairs = fc.array(fc.tuple(ms, ms), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(pairs, pairs, (words, silences) => {
        const ordered = silences.map(
          ([from, to]) => [Math.min(from, to), Math.max(from, to)] as const,
        )
        const placed = times(words, ordered).flat()
        expect(placed).toEqual(placed.toSorted((one, other) => one - other))
        expect(placed[0]).toBeGreaterThanOrEqual(segment.startMs)
        expect(placed.at(-1)).toBeLessThanOrEqual(segment.endMs)
      }),
    )
  })
})
