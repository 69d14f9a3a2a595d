import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findWords, replacePlaces } from './find-words.ts'
import { replaceWords } from './replace-words.ts'

const plain = { matchCase: false, wholeWords: false }

it.each([
  ['case does not count', 'Anna and ANNA', 'anna', plain, 2],
  ['case counts where asked for', 'Anna and ANNA', 'Anna', { ...plain, matchCase: true }, 1],
  ['a part of a word', 'annals of Anna', 'anna', plain, 2],
  ['whole words only', 'annals of Anna, Anna’s', 'anna', { ...plain, wholeWords: true }, 2],
  ['an accent is another letter', 'Muller, Müller', 'muller', plain, 1],
  ['an accent in two characters is the same', 'Mu\u0308ller, M\u00fcller', 'MÜLLER', plain, 2],
  ['a letter is not found in one with a mark', 'e\u0301', 'e', plain, 0],
  ['a word goes on behind its mark', 'Zoe\u0308s', 'Zoë', { ...plain, wholeWords: true }, 0],
  ['places do not overlap', 'aaa', 'aa', plain, 1],
  ['what looks like a pattern is plain text', 'a.b axb [a-z]', '[a-z]', plain, 1],
  ['several words', 'the billing system', 'billing  system'.replace('  ', ' '), plain, 1],
  ['nothing is nowhere', 'a b', ' ', plain, 0],
  ['other scripts', 'דני אמר', 'דני', { ...plain, wholeWords: true }, 1],
])('%s', (_, text, find, options, count) => {
  expect(findWords(text, { find, ...options })).toHaveLength(count)
})

it('puts words in the place of others, and nothing else changes', () => {
  const sought = { find: 'mu\u0308ller', ...plain }
  const text = 'Ask Müller, and Mu\u0308ller’s team.'
  expect(replaceWords(text, sought, 'Möller')).toEqual({
    text: 'Ask Möller, and Möller’s team.',
    places: 2,
  })
  expect(replaceWords('um, so um we go', { find: 'um', ...plain, wholeWords: true }, '')).toEqual({
    text: ', so we go',
    places: 2,
  })
})

it('leaves a text where nothing would be left of it, or too much', () => {
  const um = { find: 'um', ...plain }
  expect(replaceWords('Um', um, '')).toEqual({ text: null, places: 1 })
  expect(replaceWords('um '.repeat(3_000).trim(), um, 'umbrella')?.text).toBeNull()
  expect(replaceWords('yes', um, '')).toBeNull()
})

it('finds exactly what it takes away', () => {
  const letter = fc.constantFrom('a', 'b', 'é', 'e\u0301', ' ', 'B')
  fc.assert(
    fc.property(
      fc.string({ unit: letter, maxLength: 40 }),
      fc.string({ unit: letter, minLength: 1, maxLength: 3 }),
      (text, find) => {
        const sought = { find, ...plain }
        const places = findWords(text, sought)
        const marked = replacePlaces(text, places, '#')
        expect(marked.split('#')).toHaveLength(places.length + 1)
      },
    ),
  )
})
