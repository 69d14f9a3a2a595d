import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Utterance } from './cut-utterances.ts'
import { addToPiece, type Piece } from './merge-pieces.ts'

const rules = { longest: 10, pause: 3 }

function merge(spans: ReadonlyArray<readonly [number, number]>): Piece[] {
  let current: Piece | null = null
  const done: Piece[] = []
  for (const [from, to] of spans) {
    const utterance: Utterance = { from, to, endedBy: 'pause' }
    const [next, completed]: readonly [Piece, Piece | null] = addToPiece(current, utterance, rules)
    current = next
    if (completed) done.push(completed)
  }
  return current ? [...done, current] : done
}

const spansOf = (pieces: readonly Piece[]) => pieces.map(({ from, to }) => [from, to])

describe('addToPiece', () => {
  it.each<[string, Array<[number, number]>, number[][]]>([
    [
      'neighbours become one piece',
      [
        [0, 3],
        [4, 7],
      ],
      [[0, 7]],
    ],
    [
      'a long pause parts them',
      [
        [0, 3],
        [6, 8],
      ],
      [
        [0, 3],
        [6, 8],
      ],
    ],
    [
      'a piece never grows too long',
      [
        [0, 6],
        [7, 11],
      ],
      [
        [0, 6],
        [7, 11],
      ],
    ],
    ['one long utterance stays whole', [[0, 20]], [[0, 20]]],
  ])('%s', (_, spans, expected) => {
    expect(spansOf(merge(spans))).toEqual(expected)
  })

  it('keeps every utterance once and in order', () => {
    const lengths = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 12 })))
    fc.assert(
      fc.property(lengths, (steps) => {
        let at = 0
        const spans = steps.map(([gap, length]) => {
          const from = at + gap
          at = from + length
          return [from, at] as const
        })
        const kept = merge(spans).flatMap(({ utterances }) => utterances)
        expect(kept.map(({ from, to }) => [from, to])).toEqual(spans)
      }),
    )
  })
})
