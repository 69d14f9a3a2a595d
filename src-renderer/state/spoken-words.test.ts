import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { pieces } from './find-text.ts'
import { byWord, spokenWords, wordAt } from './spoken-words.ts'

function said(text: string, words = text.split(' ')): Segment {
  return {
    id: SegmentId.parse(randomUUID()),
    track: 'me',
    speaker: null,
    startMs: 1000,
    endMs: 1000 + words.length * 100,
    text,
    status: 'final',
    words: words.map((word, at) => ({
      text: word,
      startMs: 1000 + at * 100,
      endMs: 1080 + at * 100,
      confidence: 1,
    })),
  }
}

describe('spokenWords', () => {
  it('knows where each word stands, also one that is said twice', () => {
    const places = spokenWords(said('no, no. Yes')).map(({ from, to }) => [from, to])
    expect(places).toEqual([
      [0, 3],
      [4, 7],
      [8, 11],
    ])
  })

  it('leaves out words that a person has changed', () => {
    const words = spokenWords(said('We ship on Monday', ['We', 'skip', 'on', 'Monday']))
    expect(words.map(({ startMs }) => startMs)).toEqual([1000, 1200, 1300])
  })
})

describe('wordAt', () => {
  it.each([
    [900, null],
    [1000, 0],
    [1090, 0],
    [1100, 3],
    [9000, 8],
  ])('at %i ms', (atMs, from) => {
    expect(wordAt(said('We ship it'), atMs)?.from ?? null).toBe(from)
  })
})

describe('byWord', () => {
  it('keeps together what is one word though a part of it was found', () => {
    const segment = said('the budget')
    const words = spokenWords(segment)
    const grouped = byWord(pieces(segment.text, [{ from: 2, to: 7 }], [], words), words)
    expect(
      grouped.map(({ word, pieces: parts }) => [word?.from, parts.map(({ text }) => text)]),
    ).toEqual([
      [0, ['th', 'e']],
      [undefined, [' ']],
      [4, ['bud', 'get']],
    ])
  })

  it('loses no letter', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ','), minLength: 1 }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(texts, (words) => {
        const segment = said(words.join(' '), words)
        const places = spokenWords(segment)
        const groups = byWord(pieces(segment.text, [], [], places), places)
        expect(groups.flatMap(({ pieces: parts }) => parts.map(({ text }) => text)).join('')).toBe(
          segment.text,
        )
        expect(groups.filter(({ word }) => word !== null)).toHaveLength(words.length)
      }),
    )
  })
})
