import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  longestTerm,
  mostTermsOfUser,
  Term,
  termKey,
  termsInLines,
  termsInList,
} from '#contract/vocabulary.ts'
import { changeTerms } from './change-terms.ts'

describe('a term', () => {
  it.each([
    ['  Anna  ', 'Anna'],
    ['billing \t system', 'billing system'],
    ['Zoe\u0308', 'Zoë'],
    ['Mar\u200Bco', 'Mar co'],
  ])('is kept without what cannot be seen: %j', (typed, kept) => {
    expect(Term.parse(typed)).toBe(kept)
  })

  it.each(['', '  ', '\u200B', 'x'.repeat(longestTerm + 1)])('is refused: %j', (typed) => {
    expect(Term.safeParse(typed).success).toBe(false)
  })
})

describe('a typed list', () => {
  it.each([
    ['Anna, billing system', ['Anna', 'billing system']],
    ['Anna;Marco\n\nPriya,', ['Anna', 'Marco', 'Priya']],
    ['anna, Anna', ['Anna']],
    ['"Rossi, Anna"; Marco', ['Rossi, Anna', 'Marco']],
    [' , ;', []],
  ])('%j', (text, terms) => {
    expect(termsInList(text)).toEqual(terms)
  })
})

describe('an imported text', () => {
  it.each([
    ['Anna\r\nbilling system\r\n\r\nAnna\r\n', ['Anna', 'billing system'], 0],
    ['\uFEFFAnna\nMarco', ['Anna', 'Marco'], 0],
    ['Anna, Marco, Priya', ['Anna', 'Marco', 'Priya'], 0],
    ['Anna,anna@example.org\nMarco,', ['Anna', 'Marco'], 1],
    ['"Rossi, Anna",sales\n"the ""new"" release",it', ['Rossi, Anna', 'the "new" release'], 2],
    ['"open quote\nMarco', ['"open quote', 'Marco'], 0],
  ])('%j', (text, terms, leftOut) => {
    expect(termsInLines(text)).toEqual({ terms, leftOut })
  })

  it('is one term a line, whatever is in it', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const { terms } = termsInLines(lines.join('\n'))
        expect(new Set(terms.map(termKey)).size).toBe(terms.length)
        for (const term of terms) expect(term).toBe(term.trim())
        expect(terms).not.toContain('')
      }),
    )
  })
})

describe('a change', () => {
  const known = ['Anna', 'billing system']

  it('adds what is new, and corrects a spelling in its place', () => {
    const change = { kind: 'add', terms: ['ANNA', 'Marco', 'Marco'] } as const
    expect(changeTerms(known, change)).toEqual({
      terms: ['ANNA', 'billing system', 'Marco'],
      added: 1,
      removed: 0,
      leftOut: 0,
    })
  })

  it('removes whatever the capitals', () => {
    const change = { kind: 'remove', terms: ['anna', 'nobody'] } as const
    expect(changeTerms(known, change)).toMatchObject({ terms: ['billing system'], removed: 1 })
  })

  it('replaces all', () => {
    const change = { kind: 'replace', terms: ['Marco'] } as const
    expect(changeTerms(known, change)).toMatchObject({ terms: ['Marco'], added: 1, removed: 2 })
  })

  it('imports, and says how many columns it left out', () => {
    const change = { kind: 'import', text: 'Marco;CEO\nPriya;CTO' } as const
    expect(changeTerms([], change)).toEqual({
      terms: ['Marco', 'Priya'],
      added: 2,
      removed: 0,
      leftOut: 2,
    })
  })

  it('refuses a sentence in the place of a term, and more terms than fit', () => {
    const sentence = { kind: 'import', text: `Anna\n${'long '.repeat(20)}` } as const
    expect(() => changeTerms([], sentence)).toThrow(/too long/)
    const many = Array.from({ length: mostTermsOfUser + 1 }, (_, index) => `term ${index}`)
    expect(() => changeTerms([], { kind: 'add', terms: many })).toThrow(/at most 1000 terms/)
    expect(changeTerms(many, { kind: 'remove', terms: ['term 0'] }).removed).toBe(1)
  })
})
