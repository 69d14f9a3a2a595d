import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Model } from '#contract/model.ts'
import { chooseModel, smallerModel } from './choose-model.ts'

const model = (id: string, changes: Partial<Model> = {}): Model => ({
  id,
  name: id,
  kind: 'speech',
  runtime: 'whisper.cpp',
  languages: [],
  sizeBytes: 100,
  licence: null,
  hash: 'published',
  origin: 'catalog',
  state: 'present',
  path: `/models/${id}`,
  memoryBytes: null,
  fit: null,
  recommended: false,
  ...changes,
})
const bundled = model('test-speech-en', { origin: 'bundled' })
const small = model('whisper-small', { sizeBytes: 500 })
const large = model('whisper-large-v3', { sizeBytes: 3000 })
const turbo = model('whisper-large-v3-turbo', { sizeBytes: 1600 })
const parakeet = model('parakeet', { sizeBytes: 700, runtime: 'whisper.cpp (parakeet)' })

describe('chooseModel', () => {
  it.each<[string, Model[], string | null, string | null]>([
    ['nothing is here', [], null, null],
    ['only the bundled one is here', [bundled], null, 'test-speech-en'],
    ['a real one is here', [bundled, small], null, 'whisper-small'],
    ['a larger one is here', [bundled, small, large], null, 'whisper-large-v3'],
    ['the fast large one is here', [bundled, large, turbo], null, 'whisper-large-v3-turbo'],
    ['a person chose', [bundled, small, large], 'whisper-small', 'whisper-small'],
    ['a person chose the bundled one', [bundled, small], 'test-speech-en', 'test-speech-en'],
    [
      'the chosen one is gone',
      [bundled, { ...small, state: 'absent' }],
      'whisper-small',
      'test-speech-en',
    ],
    ['a Parakeet is here', [bundled, small, parakeet], null, 'parakeet'],
    ['one is only half here', [bundled, { ...large, state: 'partial' }], null, 'test-speech-en'],
    [
      'another runtime is needed',
      [bundled, { ...large, runtime: 'transcribe.cpp' }],
      null,
      'test-speech-en',
    ],
    [
      'a model is for something else',
      [bundled, { ...large, kind: 'language' }],
      null,
      'test-speech-en',
    ],
  ])('when %s', (_, models, setting, expected) => {
    expect(chooseModel(models, setting)?.id ?? null).toBe(expected)
  })

  it('chooses the same whatever the order', () => {
    const models = [bundled, small, large, turbo, model('own-a'), model('own-b')]
    fc.assert(
      fc.property(fc.shuffledSubarray(models, { minLength: 1 }), (some) => {
        expect(chooseModel(some, null)).toBe(chooseModel(some.toReversed(), null))
      }),
    )
  })
})

describe('smallerModel', () => {
  const english = model('whisper-tiny.en', { sizeBytes: 75, languages: ['en'] })
  const both = ['en', 'it']
  const tiny = model('whisper-tiny', { sizeBytes: 77, languages: both })
  const base = model('whisper-base', { sizeBytes: 148, languages: both })
  const medium = model('whisper-medium', { sizeBytes: 1500, languages: both })

  it.each<[string, Model[], Model, string | null]>([
    ['takes the next smaller one', [tiny, base, medium, bundled], medium, 'whisper-base'],
    ['takes none that knows fewer languages', [english, base], base, null],
    [
      'takes an English one for an English one',
      [{ ...english, sizeBytes: 50 }, english],
      english,
      null,
    ],
    ['never takes the test model', [bundled, tiny], tiny, null],
    ['takes none that is not here', [{ ...tiny, state: 'absent' }, base], base, null],
    ['takes none for a model of unknown size', [tiny], model('own', { sizeBytes: null }), null],
  ])('%s', (_, here, chosen, expected) => {
    expect(smallerModel(here, chosen)?.id ?? null).toBe(expected)
  })
})
