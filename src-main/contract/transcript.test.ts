import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { areWords, Word } from './transcript.ts'

const word = { text: 'hello', startMs: 0, endMs: 400, confidence: 0.9 }

it.each([
  ['words', [word, { ...word, text: '' }], true],
  ['no words', [], true],
  ['no list', word, false],
  ['nothing', null, false],
  ['a word that is nothing', [word, null], false],
  ['a time before the meeting', [{ ...word, startMs: -1 }], false],
  ['a time between milliseconds', [{ ...word, endMs: 0.5 }], false],
  ['too much confidence', [{ ...word, confidence: 1.1 }], false],
  ['no text', [{ ...word, text: 7 }], false],
  ['something more', [{ ...word, speaker: 'me' }], false],
  ['something less', [{ text: 'hello', startMs: 0, endMs: 1 }], false],
])('knows %s', (_, value, expected) => {
  expect(areWords(value)).toBe(expected)
})

it('judges as the schema of a word does', () => {
  const odd = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.string(),
    fc.constant(null),
    fc.constant(undefined),
  )
  const field = fc.constantFrom('text', 'startMs', 'endMs', 'confidence', 'speaker')
  const words = fc.array(
    fc.tuple(field, odd).map(([name, value]) => ({ ...word, [name]: value })),
    { maxLength: 3 },
  )
  const schema = z.array(Word)
  fc.assert(
    fc.property(words, (values) => {
      expect(areWords(values)).toBe(schema.safeParse(values).success)
    }),
  )
})
