import { expect, it } from 'vitest'
import type { Model } from '#contract/model.ts'
import { chooseLanguageModel } from './choose-language-model.ts'

const model = (id: string, changes: Partial<Model> = {}): Model => ({
  id,
  name: id,
  kind: 'language',
  runtime: 'llama.cpp',
  languages: [],
  sizeBytes: 1e9,
  licence: null,
  hash: 'published',
  origin: 'catalog',
  state: 'present',
  path: `/models/${id}`,
  memoryBytes: 2e9,
  fit: 'good',
  recommended: false,
  ...changes,
})
const small = model('small')
const large = model('large', { sizeBytes: 4e9 })
const tight = model('tight', { sizeBytes: 8e9, fit: 'tight' })
const huge = model('huge', { sizeBytes: 40e9, fit: 'too_large' })
const first = model('first', { recommended: true })
const absent = { state: 'absent', path: null } as const

it.each<[string, Model[], string, string]>([
  ['the largest that fits with room to spare', [small, large, tight, huge], 'best', 'large'],
  ['one that just fits, where it is the only one', [tight, huge], 'best', 'tight'],
  ['the recommended one where it is here', [large, first], 'best', 'first'],
  ['the one a person chose, though it is large', [small, huge], 'huge', 'huge'],
  ['one whose memory nobody knows', [model('own-x', { fit: null })], 'best', 'own-x'],
])('takes %s', (_, models, setting, expected) => {
  expect(chooseLanguageModel(models, 'language', setting)).toMatchObject({
    chosen: { id: expected },
  })
})

it.each<[string, Model[], string, string]>([
  ['nothing is here', [], 'best', 'models list --kind language'],
  ['one could be fetched', [{ ...first, ...absent }], 'best', 'rtstt models pull first'],
  ['what is here is too large', [huge], 'best', 'more memory than this machine has'],
  ['a person wants none', [small], 'none', 'rtstt settings languageModel best'],
  ['the chosen one is gone', [{ ...small, ...absent }], 'small', 'rtstt models pull small'],
  ['the chosen one is unknown', [small], 'nix', 'rtstt settings languageModel best'],
  ['only another kind is here', [model('e', { kind: 'embedding' })], 'best', 'No language model'],
  ['another program reads it', [model('o', { runtime: 'onnxruntime' })], 'best', 'No language'],
])('says why there is none, and what to do: %s', (_, models, setting, expected) => {
  const choice = chooseLanguageModel(models, 'language', setting)
  expect('without' in choice ? choice.without : null).toContain(expected)
})
