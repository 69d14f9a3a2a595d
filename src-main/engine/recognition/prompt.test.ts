import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promptFor, tokensOf } from './prompt.ts'

describe('promptFor', () => {
  it.each([
    [[], ''],
    [['Anna', 'billing system'], ' Anna, billing system.'],
    [
      ['Anna', 'a very long name of a new product that nobody knows', 'Luca', 'Bo'],
      ' Anna, Luca, Bo.',
    ],
  ])('tells what is expected, and passes over what is too long: %j', (vocabulary, prompt) => {
    expect(promptFor(vocabulary, 12)).toBe(prompt)
  })

  it('never costs more than it may, and takes terms in their order', () => {
    const word = fc.stringMatching(/^[a-zà-ÿ]{1,12}$/)
    const asked = fc.tuple(fc.array(word, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }))
    fc.assert(
      fc.property(asked, ([vocabulary, tokens]) => {
        const prompt = promptFor(vocabulary, tokens)
        expect(tokensOf(prompt)).toBeLessThanOrEqual(tokens + 1)
        const terms = prompt.slice(1, -1).split(', ')
        const places = terms.filter((term) => term !== '').map((term) => vocabulary.indexOf(term))
        expect(places.every((place) => place >= 0)).toBe(true)
      }),
    )
  })
})
