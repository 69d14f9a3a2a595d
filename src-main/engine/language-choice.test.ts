import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { Model } from '#contract/model.ts'
import { chosenLanguageModel } from './language-choice.ts'
import { settingsCommands } from './settings-commands.ts'
import { openStore } from './store/store.sqlite.ts'

const present: Model = {
  id: 'small',
  name: 'Small',
  kind: 'language',
  runtime: 'llama.cpp',
  languages: [],
  sizeBytes: 1e9,
  licence: null,
  hash: 'published',
  origin: 'catalog',
  state: 'present',
  path: '/models/small',
  memoryBytes: 2e9,
  fit: 'good',
  recommended: true,
}
const models: Model[] = [
  present,
  { ...present, id: 'absent', state: 'absent', path: null, recommended: false },
  { ...present, id: 'speech', kind: 'speech', runtime: 'whisper.cpp' },
]

function setUp(find: (named: string) => void = () => {}) {
  const store = openStore(':memory:', { mode: 'write' })
  const modelFiles = {
    list: async () => models,
    async find(named: string) {
      find(named)
      const known = models.find(({ id }) => id === named)
      if (named.startsWith('/files/'))
        return { id: named, path: named, runtime: runtimeOf(named), languages: [] }
      return known ? { ...known, path: known.path ?? '' } : null
    },
  }
  const parts = { modelFiles, keeping: { store } } as unknown as Parameters<
    typeof chosenLanguageModel
  >[0]
  return { parts, store, api: settingsCommands(store, () => {}) }
}
const runtimeOf = (path: string): string => (path.endsWith('.gguf') ? 'llama.cpp' : 'unknown')

it('is what the settings say where nobody names one', async () => {
  const { parts, store, api } = setUp()
  using _ = store
  expect(await chosenLanguageModel(parts, 'language', null)).toEqual({
    id: 'small',
    path: '/models/small',
  })
  await api['settings.change']({ languageModel: 'none' })
  expect(await chosenLanguageModel(parts, 'language', null)).toHaveProperty('without')
})

it('a damaged one is no reason to refuse what works without one', async () => {
  const broken = (): never => {
    throw new AppError('model_broken', 'It is damaged.')
  }
  const { parts, store } = setUp(broken)
  using _ = store
  expect(await chosenLanguageModel(parts, 'language', null)).toEqual({ without: 'It is damaged.' })
  await expect(chosenLanguageModel(parts, 'language', 'small')).rejects.toMatchObject({
    code: 'model_broken',
  })
})

it.each<[string, string, string]>([
  ['absent', 'model_missing', 'rtstt models pull absent'],
  ['nix', 'model_missing', 'rtstt models list --kind language'],
  ['speech', 'model_mismatch', 'not a language model'],
  ['/files/photo.jpg', 'model_mismatch', 'photo.jpg is not a language model'],
])('refuses %s, which was named: %s', async (named, code, message) => {
  const { parts, store } = setUp()
  using _ = store
  const asked = chosenLanguageModel(parts, 'language', named)
  await expect(asked).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
})

it('a file is told by its name alone, not by where it lies', async () => {
  const { parts, store } = setUp()
  using _ = store
  expect(await chosenLanguageModel(parts, 'language', '/files/mine.gguf')).toEqual({
    id: 'mine.gguf',
    path: '/files/mine.gguf',
  })
})

it('none is none', async () => {
  const { parts, store } = setUp()
  using _ = store
  expect(await chosenLanguageModel(parts, 'language', 'none')).toHaveProperty('without')
})
