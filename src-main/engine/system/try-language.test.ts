import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { type LanguageAsked, tryLanguage } from './try-language.ts'

const speed = {
  backend: 'CPU (haswell)',
  gpuLayers: 0,
  layers: 3,
  contextTokens: 8_192,
  promptTokensPerSecond: 90,
  tokensPerSecond: 12,
}

function asked(changes: Partial<LanguageAsked['languageModel']> = {}): LanguageAsked {
  return {
    languageModel: {
      library: async () => 'some library 1',
      measure: async () => speed,
      ...changes,
    },
    chosenModel: async (kind) => ({ id: `my-${kind}`, path: `/models/${kind}.gguf` }),
  }
}

it('tells how fast both models are', async () => {
  expect(await tryLanguage(asked())).toEqual({
    available: true,
    problem: null,
    library: 'some library 1',
    model: { id: 'my-language', ...speed },
    embedding: { id: 'my-embedding', ...speed },
  })
})

it('says why there is none', async () => {
  const without = async () => ({ without: 'There is no language model here.' })
  const report = await tryLanguage({ ...asked(), chosenModel: without })
  expect(report).toMatchObject({ available: false, problem: 'There is no language model here.' })
})

it('goes on when a model cannot be loaded', async () => {
  const measure = async (_: string, kind: string) => {
    if (kind === 'language') throw new AppError('model_broken', 'It cannot be read.')
    return speed
  }
  const report = await tryLanguage(asked({ measure }))
  expect(report).toMatchObject({ available: false, problem: 'It cannot be read.', model: null })
  expect(report.embedding?.id).toBe('my-embedding')
})

it('says that the library is missing', async () => {
  const report = await tryLanguage(asked({ library: async () => null }))
  expect(report).toMatchObject({ available: false, library: null })
  expect(report.problem).toMatch(/npm install/)
})

it('lets bugs pass as they are', async () => {
  const measure = async () => {
    throw new TypeError('x')
  }
  await expect(tryLanguage(asked({ measure }))).rejects.toThrow(TypeError)
})
