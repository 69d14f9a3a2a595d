import { expect, it } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { nameOf, settingLines, valueOf } from './settings.ts'

it.each(['languageModel', 'language-model', 'LANGUAGE_MODEL'])('%s names a setting', (typed) => {
  expect(nameOf(typed)).toBe('languageModel')
})

it('a setting that does not exist is answered with those that do', () => {
  expect(() => nameOf('colour')).toThrow('languageModel, embeddingModel, summaryLanguage')
})

it('all are listed by name, and one is its value alone', () => {
  const lines = settingLines(defaultSettings, null)
  expect(lines).toHaveLength(Object.keys(defaultSettings).length)
  expect(lines).toContain('languageModel       best')
  expect(lines).toContain('keepSoundDays       null')
  expect(settingLines(defaultSettings, 'summaryLanguage')).toEqual(['spoken'])
})

it.each([
  ['best', 'best'],
  ['30', 30],
  ['true', true],
  ['null', null],
  ['{"sizePx":20}', { sizePx: 20 }],
  ['{broken}', '{broken}'],
])('%s is understood as it is meant', (typed, value) => {
  expect(valueOf(typed)).toEqual(value)
})
