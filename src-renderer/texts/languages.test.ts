import { expect, it } from 'vitest'
import { chooseLanguage, chooseLocale } from './languages.ts'

it.each<[string | null, readonly string[], string]>([
  [null, ['it-IT', 'en'], 'it'],
  [null, ['de', 'it'], 'it'],
  [null, ['de'], 'en'],
  [null, [], 'en'],
  ['en', ['it'], 'en'],
  ['toString', ['it'], 'it'],
])('remembering %j and preferring %j speaks %s', (remembered, preferred, expected) => {
  expect(chooseLanguage(remembered, preferred)).toBe(expected)
})

it('write dates the way the reader does', () => {
  expect(chooseLocale('en', ['it-IT', 'en-GB'])).toBe('en-GB')
  expect(chooseLocale('it', ['en-GB'])).toBe('it')
})
