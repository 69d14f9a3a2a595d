import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retimeWords } from './retime-words.ts'

const heard = (text: string) => {
  const words = text.split(' ').filter((word) => word !== '')
  return {
    startMs: 1_000,
    endMs: 1_000 + words.length * 100,
    words: words.map((word, index) => ({
      text: word,
      startMs: 1_000 + index * 100,
      endMs: 1_100 + index * 100,
      confidence: 0.5,
    })),
  }
}
const times = (from: string, to: string): string =>
  retimeWords(heard(from), to)
    .map(({ text, startMs, endMs }) => `${text} ${startMs}-${endMs}`)
    .join(', ')

describe('retimeWords', () => {
  it.each([
    [
      'words that stay keep their times',
      'we will wait',
      'we will wait',
      'we 1000-1100, will 1100-1200, wait 1200-1300',
    ],
    [
      'a word takes the place of another',
      'we will weight',
      'we will wait',
      'we 1000-1100, will 1100-1200, wait 1200-1300',
    ],
    [
      'punctuation and case are no other word',
      'we will',
      'We will.',
      'We 1000-1100, will. 1100-1200',
    ],
    [
      'two words share the time of one',
      'a Annemarie b',
      'a Anne Marie b',
      'a 1000-1100, Anne 1100-1144, Marie 1144-1200, b 1200-1300',
    ],
    [
      'a word that is taken out leaves a pause',
      'we um will',
      'we will',
      'we 1000-1100, will 1200-1300',
    ],
    ['nothing was understood there', '', 'yes', 'yes 1000-1000'],
  ])('%s', (_, from, to, expected) => {
    expect(times(from, to)).toBe(expected)
  })

  it('is sure of what a person wrote, and as sure as before of what they left', () => {
    expect(retimeWords(heard('a b'), 'a c').map(({ confidence }) => confidence)).toEqual([0.5, 1])
  })

  it('gives every written word a place, in order and within what was heard', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'dd', 'e.'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const segment = heard(from.join(' '))
        const words = retimeWords(segment, to.join(' '))
        expect(words.map((word) => word.text)).toEqual(to)
        let before = segment.startMs
        for (const { startMs, endMs } of words) {
          expect(startMs).toBeGreaterThanOrEqual(before)
          expect(endMs).toBeGreaterThanOrEqual(startMs)
          expect(endMs).toBeLessThanOrEqual(segment.endMs)
          before = startMs
        }
      }),
    )
  })
})
