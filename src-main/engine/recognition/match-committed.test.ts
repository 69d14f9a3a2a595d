import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchCommitted } from './match-committed.ts'

const said = (text: string, fromMs = 0) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => ({
      text: word,
      startMs: fromMs + index * 300,
      endMs: fromMs + index * 300 + 250,
    }))

describe('matchCommitted', () => {
  it.each([
    ['nothing is settled', '', 'we agreed', 0],
    ['the same is heard again', 'we agreed', 'We agreed, to stop', 2],
    ['a word is heard differently', 'we agreed to', 'he agreed to stop', 3],
    ['a word is heard no more', 'we have agreed to', 'we agreed to stop', 3],
    ['a word is heard in addition', 'we agreed', 'we have agreed to', 3],
    ['nothing is heard any more', 'we agreed', '', 0],
    ['words repeat', 'no no', 'no no no', 2],
  ])('when %s', (_, committed, hypothesis, expected) => {
    expect(matchCommitted(said(committed), said(hypothesis))).toBe(expected)
  })

  it('does not take what is said later for what was settled', () => {
    expect(matchCommitted(said('we agreed to'), said('the budget', 3000))).toBe(0)
  })

  it('finds all of what it knows in what begins with it', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 10 })
    fc.assert(
      fc.property(words, words, (known, more) => {
        const all = said([...known, ...more].join(' '))
        expect(matchCommitted(all.slice(0, known.length), all)).toBe(known.length)
      }),
    )
  })
})
