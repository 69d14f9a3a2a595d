import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promptBudgets, promptFor, tokensOf } from './prompt.ts'

const budget = { vocabularyTokens: 12, saidCharacters: 40, allTokens: 20 }

describe('promptFor', () => {
  it.each([
    [[], '', ''],
    [['Anna', 'billing system'], '', ' Anna, billing system.'],
    [[], 'We agreed to ship.', ' We agreed to ship.'],
    [['Anna'], 'We agreed to ship.', ' Anna. We agreed to ship.'],
    [[], '  spaces \n and lines ', ' spaces and lines'],
  ])('tells what is expected, then what was said: %j, %j', (vocabulary, said, prompt) => {
    expect(promptFor({ vocabulary, said, budget })).toBe(prompt)
  })

  it('takes the first terms, and passes over one that is too long', () => {
    const vocabulary = ['Anna', 'a very long name of a new product that nobody knows', 'Luca', 'Bo']
    expect(promptFor({ vocabulary, said: '', budget })).toBe(' Anna, Luca, Bo.')
  })

  it('keeps the end of what was said, and no half word', () => {
    const said = 'The quarterly budget is decided on Friday by the board'
    expect(promptFor({ vocabulary: [], said, budget })).toBe(
      ' budget is decided on Friday by the board',
    )
    const oneLong = 'x'.repeat(50)
    expect(promptFor({ vocabulary: [], said: oneLong, budget })).toBe('')
  })

  it('leaves room for the terms before anything else', () => {
    const tight = { vocabularyTokens: 30, saidCharacters: 200, allTokens: 4 }
    const asked = { vocabulary: ['Anna', 'Luca', 'Marco'], said: 'and so on', budget: tight }
    expect(promptFor(asked)).toBe(' Anna, Luca.')
  })

  it('never costs more than its budget, and always ends as the text did', () => {
    const word = fc.stringMatching(/^[a-zà-ÿ]{1,12}$/)
    const asked = fc.record({
      vocabulary: fc.array(word, { maxLength: 60 }),
      words: fc.array(word, { maxLength: 80 }),
      budget: fc.constantFrom(promptBudgets.cpu, promptBudgets.gpu),
    })
    fc.assert(
      fc.property(asked, ({ vocabulary, words, budget: limits }) => {
        const said = words.join(' ')
        const prompt = promptFor({ vocabulary, said, budget: limits })
        const glossary = promptFor({ vocabulary, said: '', budget: limits })
        expect(prompt.startsWith(glossary)).toBe(true)
        const tail = prompt.slice(glossary.length).trim()
        expect(said.endsWith(tail)).toBe(true)
        expect(tail.length).toBeLessThanOrEqual(limits.saidCharacters)
        expect(tokensOf(prompt)).toBeLessThanOrEqual(limits.allTokens + 1)
      }),
    )
  })
})
