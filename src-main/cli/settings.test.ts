import { expect, it } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { changeOf, placeOf, settingLines, valueOf } from './settings.ts'

it.each([
  ['languageModel', ['languageModel']],
  ['language-model', ['languageModel']],
  ['LANGUAGE_MODEL', ['languageModel']],
  ['captions', ['captions']],
  ['captions.sizePx', ['captions', 'sizePx']],
  ['captions.size-px', ['captions', 'sizePx']],
])('%s names a setting', (typed, place) => {
  expect(placeOf(typed)).toEqual(place)
})

it('a setting that does not exist is answered with those that do', () => {
  expect(() => placeOf('colour')).toThrow('languageModel, embeddingModel, summaryLanguage')
  expect(() => placeOf('captions.colour')).toThrow('captions.sizePx, captions.contrast')
  expect(() => placeOf('notify.often')).toThrow('speechModel')
})

it('all are listed by name, those with parts part by part, and one is its value alone', () => {
  const lines = settingLines(defaultSettings, null)
  const width = 'captions.clickThrough'.length
  expect(lines).toContain(`${'languageModel'.padEnd(width)}  best`)
  expect(lines).toContain(`${'keepSoundDays'.padEnd(width)}  null`)
  expect(lines).toContain(`${'captions.sizePx'.padEnd(width)}  28`)
  expect(settingLines(defaultSettings, ['summaryLanguage'])).toEqual(['spoken'])
  expect(settingLines(defaultSettings, ['captions', 'sizePx'])).toEqual(['28'])
  expect(settingLines(defaultSettings, ['captions'])).toContain('captions.contrast      strong')
})

it('a part is changed, and the others stay', () => {
  const { captions } = defaultSettings
  expect(changeOf(defaultSettings, ['captions', 'sizePx'], 30)).toEqual({
    captions: { ...captions, sizePx: 30 },
  })
  expect(changeOf(defaultSettings, ['keepSoundDays'], null)).toEqual({ keepSoundDays: null })
})

it.each([
  [['captions', 'sizePx'], 3, 'captions.sizePx'],
  [['captions', 'contrast'], 'loud', 'captions.contrast is one of soft, strong'],
  [['keepSoundDays'], 'soon', 'keepSoundDays'],
] as const)('%j cannot be %j', (place, value, told) => {
  expect(() => changeOf(defaultSettings, place, value)).toThrow(told)
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
