import type { Model } from '#contract/model.ts'

/** A speech model of the catalogue that is not here. */
export function aModel(unlike: Partial<Model> = {}): Model {
  return {
    id: 'one',
    name: 'One',
    kind: 'speech',
    runtime: 'whisper.cpp',
    languages: ['en', 'it'],
    sizeBytes: 1_000_000,
    licence: 'mit',
    hash: 'published',
    origin: 'catalog',
    state: 'absent',
    memoryBytes: 2_000_000,
    fit: 'good',
    recommended: false,
    path: null,
    ...unlike,
  }
}
