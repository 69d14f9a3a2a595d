import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecodedToken } from './recognizer.ts'
import { type DecodedWord, wordsOf } from './words.ts'

const token = (text: string, startMs: number, endMs: number, probability = 1): DecodedToken => ({
  id: 0,
  text,
  startMs,
  endMs,
  probability,
})

const times = (words: readonly DecodedWord[]) => words.map(({ startMs, endMs }) => [startMs, endMs])

describe('wordsOf', () => {
  it('joins tokens up to the next space and skips marks', () => {
    const words = wordsOf(
      ' Let us begin.',
      [
        token('[_BEG_]', 0, 0),
        token(' Let', 0, 200),
        token(' us', 200, 300),
        token(' be', 300, 400, 0.25),
        token('gin', 400, 600, 1),
        token('.', 600, 600, 1),
        token('[_TT_50]', 600, 600),
      ],
      { startMs: 0, endMs: 600 },
    )
    expect(words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['Let', 0, 200],
      ['us', 200, 300],
      ['begin.', 300, 600],
    ])
    expect(words[2]?.confidence).toBeCloseTo(0.63, 2)
  })

  it('takes the text of a word from the segment, where characters are whole', () => {
    const words = wordsOf(' città', [token(' citt\uFFFD', 0, 100), token('\uFFFD', 100, 200)], {
      startMs: 0,
      endMs: 200,
    })
    expect(words).toMatchObject([{ text: 'città', startMs: 0, endMs: 200 }])
  })

  it('shares the time out where tokens and words do not pair', () => {
    const words = wordsOf('one three', [token('onethree', 0, 800)], { startMs: 0, endMs: 800 })
    expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 300],
      [300, 800],
    ])
  })

  it('has no words without tokens', () => {
    expect(wordsOf('', [], { startMs: 0, endMs: 800 })).toEqual([])
  })

  it.each<[what: string, tokens: Array<[number, number]>, words: Array<[number, number]>]>([
    [
      'lasts until the next one',
      [
        [0, 0],
        [300, 500],
      ],
      [
        [0, 300],
        [300, 500],
      ],
    ],
    [
      'lasts to the end of its segment as the last one',
      [
        [0, 300],
        [300, 300],
      ],
      [
        [0, 300],
        [300, 1000],
      ],
    ],
    [
      'never reaches into the next one',
      [
        [0, 700],
        [300, 500],
      ],
      [
        [0, 300],
        [300, 500],
      ],
    ],
    [
      'shares the time of one that begins with it',
      [
        [300, 300],
        [300, 600],
      ],
      [
        [300, 450],
        [450, 600],
      ],
    ],
    [
      'never begins before the one before it',
      [
        [400, 500],
        [300, 600],
      ],
      [
        [400, 500],
        [500, 600],
      ],
    ],
    [
      'at the very end shares the time before it',
      [
        [0, 1000],
        [1000, 1000],
      ],
      [
        [0, 500],
        [500, 1000],
      ],
    ],
    [
      'stays inside its segment',
      [
        [-50, 200],
        [200, 1300],
      ],
      [
        [0, 200],
        [200, 1000],
      ],
    ],
  ])('a word %s', (_, tokens, words) => {
    const decoded = tokens.map(([startMs, endMs], index) => token(` w${index}`, startMs, endMs))
    const segment = { startMs: 0, endMs: 1000 }
    expect(times(wordsOf(' w0 w1', decoded, segment))).toEqual(words)
  })

  it('keeps its words in order and inside their segment', () => {
    const ms = fc.integer({ min: -500, max: 3000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(ms, ms), { minLength: 1, maxLength: 20 }), (spans) => {
        const text = spans.map((_, index) => ` w${index}`).join('')
        const tokens = spans.map(([from, to], index) => token(` w${index}`, from, to))
        const words = times(wordsOf(text, tokens, { startMs: 100, endMs: 2600 })).flat()
        expect(words).toHaveLength(2 * spans.length)
        expect(words).toEqual(words.toSorted((one, other) => one - other))
        expect(words[0]).toBeGreaterThanOrEqual(100)
        expect(words.at(-1)).toBeLessThanOrEqual(2600)
      }),
    )
  })
})
