import { describe, expect, it } from 'vitest'
import { textsIn } from '../texts/i18n.ts'
import { findSettings, type Place, places, sectionOf } from './settings-index.ts'

const toldIn = (language: 'en' | 'it') => {
  const t = textsIn(language)
  return ({ name, section }: Place) => ({
    name: t(`settingItems.${name}.name`),
    hint: t(`settingItems.${name}.hint`),
    section: t(`settings.sections.${section}`),
  })
}

const found = (query: string, language: 'en' | 'it' = 'en') =>
  findSettings(query, toldIn(language)).map(({ name }) => name)

describe('a setting', () => {
  it.each([
    ['theme', 'theme'],
    ['KEEP recordings', 'keepSoundDays'],
    ['start login', 'startAtLogin'],
    ['  graphics card ', 'backEnds'],
  ])('is found by %j', (query, name) => {
    expect(found(query)[0]).toBe(name)
  })

  it('is found without accents, in the language of the page', () => {
    expect(found('modalita', 'it')).toEqual(found('modalità', 'it'))
    expect(found('registrazioni', 'it')).toContain('keepSoundDays')
  })

  it('is found by every word or not at all', () => {
    expect(found('theme zebra')).toEqual([])
    expect(found('   ')).toEqual([])
  })

  it('has a place of its own', () => {
    expect(new Set(places.map(({ name }) => name)).size).toBe(places.length)
  })
})

it.each([
  ['storage', 'storage'],
  ['nonsense', null],
  [null, null],
])('the section %s is %s', (text, section) => {
  expect(sectionOf(text)).toBe(section)
})
