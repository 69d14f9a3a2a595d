import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choosePiece } from './choose-piece.ts'

const rules = { age: 3, lag: 2, betweenLooksMs: 50, patience: 10, longestPatience: 60 }
const piece = (from: number, to: number, tries = 0) => ({ from, to, tries })
const quiet = { readTo: 100, heardTo: 101, isSpeaking: false, msPerSample: null }

describe('choosePiece', () => {
  it.each([
    ['the cheapest of all', [piece(0, 30), piece(10, 20)], quiet, 10],
    ['nothing where nothing is finished', [], quiet, null],
    ['nothing that is too young', [piece(80, 98)], quiet, null],
    ['nothing while text is behind', [piece(0, 30)], { ...quiet, heardTo: 103 }, null],
    [
      'nothing while somebody speaks and nobody knows what it costs',
      [piece(0, 30)],
      { ...quiet, isSpeaking: true },
      null,
    ],
    [
      'while somebody speaks, what fits between two looks',
      [piece(0, 30), piece(40, 50)],
      { ...quiet, isSpeaking: true, msPerSample: 5 },
      40,
    ],
    ['what had to give way a while ago', [piece(0, 85, 1)], quiet, 0],
    ['not what had to give way just now', [piece(0, 88, 1)], quiet, null],
    ['not what had to give way often', [piece(0, 60, 3)], quiet, null],
  ])('chooses %s', (_, candidates, moment, expected) => {
    expect(choosePiece(candidates, moment, rules)?.from ?? null).toBe(expected)
  })

  it('gives every stretch its chance in the end, however often it gave way', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(40), (to, tries) => {
        const moment = { ...quiet, readTo: to + 63, heardTo: to + 63 }
        expect(choosePiece([piece(0, to, tries)], moment, rules)).not.toBeNull()
      }),
    )
  })
})
