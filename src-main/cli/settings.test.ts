import { expect, it } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { nameOf, settingLines } from './settings.ts'

it.each(['languageModel', 'language-model', 'LANGUAGE_MODEL'])('%s names a setting', (typed) => {
  expect(nameOf(typed)).toBe('languageModel')
})

it('a setting that does not exist is answered with those that do', () => {
  expect(() => nameOf('colour')).toThrow('languageModel, embeddingModel, summaryLanguage')
})

it('all are listed by name, and one is its value alone', () => {
  expect(settingLines(defaultSettings, null)).toEqual([
    'languageModel     best',
    'embeddingModel    best',
    'summaryLanguage   spoken',
  ])
  expect(settingLines(defaultSettings, 'summaryLanguage')).toEqual(['spoken'])
})
