import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findText, pieces, snippetPieces } from './find-text.ts'

describe('findText', () => {
  it.each([
    ['finds nothing when nothing is wanted', 'hello', '  ', []],
    ['finds every place', 'aba aba', 'aba', ['aba', 'aba']],
    ['disregards case', 'Budget BUDGET', 'budget', ['Budget', 'BUDGET']],
    ['disregards accents in the text', 'La città è là', 'citta', ['città']],
    ['disregards accents in what is wanted', 'la citta', 'Città', ['citta']],
    ['does not take a ligature apart', 'ﬁn', 'fin', []],
    ['keeps its place after wide characters', '👩‍💻 città', 'citta', ['città']],
    ['keeps its place after letters that fold to several', '각 è là', 'la', ['là']],
    ['finds a sigma wherever it stands', 'ΑΣΑ', 'ΑΣ', ['ΑΣ']],
    ['finds accents that are written apart', 'citta\u0300 nuova', 'nuova', ['nuova']],
  ])('%s', (_, text, wanted, expected) => {
    expect(findText(text, wanted).map(({ from, to }) => text.slice(from, to))).toEqual(expected)
  })

  it('finds what was cut out of the text itself', () => {
    const cut = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .chain((text) =>
        fc.record({ text: fc.constant(text), from: fc.nat(text.length), to: fc.nat(text.length) }),
      )
    fc.assert(
      fc.property(cut, ({ text, from, to }) => {
        const wanted = text.slice(from, to).toWellFormed().trim()
        const bare = wanted.normalize('NFD').replace(/\p{M}/gu, '')
        fc.pre(bare !== '' && text.isWellFormed() && wanted === text.slice(from, to).trim())
        expect(findText(text, wanted)).not.toEqual([])
      }),
    )
  })
})

describe('pieces', () => {
  it('put together are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 2 }), (text, wanted) => {
        const cut = pieces(text, findText(text, wanted))
        expect(cut.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  it('know what was found and what is doubtful, also where both meet', () => {
    const found = [{ from: 3, to: 9 }]
    const doubtful = [{ from: 0, to: 5 }]
    expect(pieces('we agreed.', found, doubtful)).toEqual([
      { text: 'we ', found: false, doubtful: true },
      { text: 'ag', found: true, doubtful: true },
      { text: 'reed', found: true, doubtful: false },
      { text: '.', found: false, doubtful: false },
    ])
    expect(pieces('', [], [])).toEqual([])
  })
})

describe('snippetPieces', () => {
  it.each([
    ['plain text', 'no marks', [['no marks', false]]],
    [
      'a match in the middle',
      'the \u0002budget\u0003 is',
      [
        ['the ', false],
        ['budget', true],
        [' is', false],
      ],
    ],
    [
      'matches at both ends',
      '\u0002a\u0003-\u0002b\u0003',
      [
        ['a', true],
        ['-', false],
        ['b', true],
      ],
    ],
    [
      'a mark that was cut off',
      'the \u0002bud',
      [
        ['the ', false],
        ['bud', true],
      ],
    ],
  ])('%s', (_, snippet, expected) => {
    expect(snippetPieces(snippet).map(({ text, found }) => [text, found])).toEqual(expected)
  })
})
