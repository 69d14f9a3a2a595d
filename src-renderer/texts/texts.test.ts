import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { textsIn } from './i18n.ts'
import { it as italian } from './it.ts'
import { languages, type PageLanguage } from './languages.ts'

const all: Readonly<Record<PageLanguage, object>> = { en, it: italian }
const codes = Object.keys(languages) as PageLanguage[]

/** `group.key` and its text, of everything below. */
function flat(texts: object, before = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[before + key, text]] : flat(text, `${before}${key}.`),
  )
}

/** What is counted, with its forms, and what is not, with the one form that it has. */
function byStem(texts: object): Map<string, Map<string, string>> {
  const stems = new Map<string, Map<string, string>>()
  const keys = new Set(flat(texts).map(([key]) => key))
  for (const [key, text] of flat(texts)) {
    const [, stem = '', form = ''] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? []
    const counted = keys.has(`${stem}_other`)
    const name = counted ? stem : key
    stems.set(name, (stems.get(name) ?? new Map()).set(counted ? form : '', text))
  }
  return stems
}

const variables = (text: string): string[] =>
  [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name)

function variablesOf(forms: ReadonlyMap<string, string>): string[] {
  return [...new Set([...forms.values()].flatMap(variables))].toSorted()
}

describe.each(codes)('the texts in %s', (language) => {
  const stems = byStem(all[language])

  it('are those of English, with the same variables', () => {
    const law = byStem(en)
    expect([...stems.keys()].toSorted()).toEqual([...law.keys()].toSorted())
    for (const [stem, forms] of law)
      expect([stem, variablesOf(stems.get(stem) ?? new Map())]).toEqual([stem, variablesOf(forms)])
  })

  it('have a form for every way of counting, and count nothing without', () => {
    const ways = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [stem, forms] of stems) {
      const counted = !forms.has('')
      expect([stem, variablesOf(forms).includes('count')]).toEqual([stem, counted])
      if (!counted) continue
      const written = [...forms.keys()].filter((form) => form !== 'zero')
      expect([stem, written.toSorted()]).toEqual([stem, ways.toSorted()])
    }
  })

  it('are all written', () => {
    const bad = flat(all[language]).filter(([, text]) => text.trim() === '' || /\$t\(/.test(text))
    expect(bad).toEqual([])
  })

  it('say what people have named exactly as they named it', () => {
    const t = textsIn(language)
    const awkward = fc.constantFrom('{{title}}', '$t(page.close)', '$&', '<b>&amp;', '"', ', ')
    const name = fc.array(fc.oneof(awkward, fc.string())).map((parts) => parts.join(''))
    fc.assert(
      fc.property(name, (title) => {
        const [before = '', after = ''] = t('meeting.deleteTitle', { title: '|' }).split('|')
        expect(t('meeting.deleteTitle', { title })).toBe(before + title + after)
      }),
    )
  })
})

it('counts as the language does', () => {
  const said = (language: PageLanguage): string[] =>
    [0, 1, 2, 1_000_000].map((count) => textsIn(language)('vocabulary.added', { count }))
  expect(said('en')).toEqual([
    'Nothing new.',
    '1 term added.',
    '2 terms added.',
    '1000000 terms added.',
  ])
  expect(said('it')).toEqual([
    'Niente di nuovo.',
    '1 termine aggiunto.',
    '2 termini aggiunti.',
    '1000000 termini aggiunti.',
  ])
})

it('takes no key that there is not, and no text without its variables', () => {
  const t = textsIn('en')
  // @ts-expect-error: no such text.
  expect(t('library.nonsense')).toBe('library.nonsense')
  // @ts-expect-error: the title is missing.
  expect(t('meeting.deleted')).toContain('{{title}}')
  // @ts-expect-error: another variable.
  expect(t('meeting.deleted', { name: 'x' })).not.toContain('x')
})
