import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchWords } from './match-words.ts'

/** Words of half a second, one after the other. */
function spoken(text: string, fromMs = 0) {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => ({
      text: word,
      startMs: fromMs + index * 500,
      endMs: fromMs + (index + 1) * 500,
    }))
}

describe('matchWords', () => {
  it.each<[string, string, string, Array<number | null>]>([
    ['the same words match', 'we agreed to wait', 'we agreed to wait', [0, 1, 2, 3]],
    ['case and punctuation do not count', 'Yes, Anna.', 'yes anna', [0, 1]],
    ['other words do not match', 'we will see', 'i am here', [null, null, null]],
    ['a word left out is passed over', 'we agreed wait', 'we agreed to wait', [0, 1, 3]],
    ['long words may differ a little', 'two projects', 'two project', [0, 1]],
    ['short words may not', 'no way', 'so way', [null, 1]],
    ['words in another order match once', 'late again soon', 'again late soon', [1, null, 2]],
  ])('%s', (_, mine, theirs, expected) => {
    expect(matchWords(spoken(mine), spoken(theirs), 600)).toEqual(expected)
  })

  it('matches nothing that was said at another time', () => {
    expect(matchWords(spoken('okay'), spoken('okay', 700), 600)).toEqual([null])
  })

  it('chooses the nearer of two', () => {
    const theirs = [...spoken('okay', -500), ...spoken('okay', 100)]
    expect(matchWords(spoken('okay'), theirs, 600)).toEqual([1])
  })

  it('matches each word once, in order, and only alike words at about the same time', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.integer({ min: -2000, max: 2000 }), (mine, theirs, laterMs) => {
        const words = spoken(mine.join(' '))
        const other = spoken(theirs.join(' '), laterMs)
        let before = -1
        for (const [index, match] of matchWords(words, other, 600).entries()) {
          if (match === null) continue
          expect(match).toBeGreaterThan(before)
          before = match
          expect(other[match]?.text).toBe(words[index]?.text)
          expect(
            Math.abs((other[match]?.startMs ?? 0) - (words[index]?.startMs ?? 0)),
          ).toBeLessThanOrEqual(600)
        }
      }),
    )
  })
})
