import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageOf } from './language-of.ts'
import { plainLetters } from './plain-letters.ts'
import { sentencesOf } from './sentences.ts'
import { stemOf } from './stems.ts'
import { wordsOf } from './words.ts'

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))

describe('wordsOf', () => {
  it.each([
    ['keeps contractions whole', 'I’ll send it', ["i'll", 'send', 'it']],
    ['cuts what Italian elides', "Dov'è l'e-mail?", ["dov'", 'è', "l'", 'e-mail']],
    ['keeps numbers whole', 'v2.1 costs 3.5', ['v2.1', 'costs', '3.5']],
    ['cuts a script that has no spaces', '日本語の', ['日本語', 'の']],
    ['finds none in marks', ' ... !', []],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(text).map((word) => word.plain)).toEqual(expected)
  })

  it('says truly where each word stands, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0
        for (const word of wordsOf(text)) {
          expect(text.slice(word.start, word.end)).toBe(word.text)
          expect(word.start).toBeGreaterThanOrEqual(end)
          end = word.end
        }
        expect(plainLetters(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('sentencesOf', () => {
  it.each([
    ['ends at marks', 'One. Two! Three', ['One.', 'Two!', 'Three']],
    ['goes on behind an abbreviation', 'Dr. Smith came. He left.', ['Dr. Smith came.', 'He left.']],
    ['is none without text', '  ', []],
  ])('%s', (_, text, expected) => {
    expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual(expected)
  })

  it('loses nothing but space, in any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const joined = sentencesOf(text).map((sentence) => sentence.text)
        expect(joined.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''))
      }),
    )
  })
})

describe('stems and languages', () => {
  it('gives forms of one word one stem', () => {
    expect(stemOf('decisions', 'en')).toBe(stemOf('decision', 'en'))
    expect(stemOf('clienti', 'it')).toBe(stemOf('cliente', 'it'))
  })

  it.each([
    ['en', 'we should send the report to her'],
    ['it', 'mando io il report a lei'],
    [null, 'report budget'],
    [null, ''],
  ])('finds %s in "%s"', (language, text) => {
    expect(languageOf(text.split(' '))).toBe(language)
  })
})
