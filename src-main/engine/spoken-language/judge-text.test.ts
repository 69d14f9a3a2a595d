import { describe, expect, it } from 'vitest'
import { said } from './fixtures/said.ts'
import { loadLanguageIdentifier } from './identify-language.ts'
import { judgeText } from './judge-text.ts'

const identifier = await loadLanguageIdentifier()
const languages = Object.keys(said)

/** Every three neighbouring sentences, from 150 characters on. */
function textsIn(language: string): readonly string[] {
  const sentences = said[language] ?? []
  return sentences
    .map((_, at) => [0, 1, 2].map((next) => sentences[(at + next) % sentences.length]).join(' '))
    .filter((text) => text.length >= 150)
}

describe.each(languages)('what is said in a meeting in %s', (spoken) => {
  it('fits that language', () => {
    for (const text of textsIn(spoken))
      expect(judgeText(identifier, text, spoken)).toEqual({ kind: 'same' })
  })

  it('looks like it where another one was expected', () => {
    for (const text of textsIn(spoken))
      for (const expected of languages.filter((code) => code !== spoken))
        expect(judgeText(identifier, text, expected)).toEqual({ kind: 'other', language: spoken })
  })
})

it.each([
  ['', 'en'],
  ['12 345 678', 'en'],
  ['Questo testo è italiano, e nessuno qui conosce la lingua attesa.', 'haw'],
])('says nothing where it cannot know: %j', (text, expected) => {
  expect(judgeText(identifier, text, expected)).toEqual({ kind: 'unsure' })
})

it('takes neighbours for one language', () => {
  const danish =
    'Vi skal have et møde på mandag om budgettet, og så skal vi beslutte om vi ansætter to nye ingeniører til holdet.'
  expect(judgeText(identifier, danish, 'nn').kind).toBe('same')
})

it('is not misled by the jargon of another language', () => {
  const jargon =
    'Ok allora facciamo il deploy della release su staging, poi il team di backend fa il rollback del database se il monitoring va in errore.'
  expect(judgeText(identifier, jargon, 'it')).toEqual({ kind: 'same' })
})
