import { expect, it } from 'vitest'
import type { Model } from '#contract/model.ts'
import { computer, type Outcome } from './measure-computer.ts'

const model = (id: string, more: Partial<Model> = {}): Model => ({
  id,
  name: id,
  kind: 'speech',
  runtime: 'whisper.cpp',
  languages: ['en', 'it'],
  sizeBytes: 1e8,
  licence: 'mit',
  hash: 'published',
  origin: 'catalog',
  state: 'absent',
  memoryBytes: null,
  fit: 'good',
  recommended: false,
  path: null,
  ...more,
})
const bundled = model('test-speech-en', {
  origin: 'bundled',
  state: 'present',
  path: 'test.bin',
  languages: ['en'],
})

function setUp(outcomes: Readonly<Record<string, Outcome>>, models: readonly Model[]) {
  const kept = new Map<string, unknown>()
  const told: number[] = []
  const made = computer({
    now: () => Date.parse('2026-11-28T08:00:00.000Z'),
    listModels: async () => models,
    listBackends: async () => [
      { id: 'vulkan:0', name: 'A card' },
      { id: 'cpu', name: 'Processor' },
    ],
    isDecodable: () => true,
    loadClip: async () => ({
      ms: 10_000,
      samples: new Int16Array(160_000),
      text: 'one two three four',
      language: 'en',
    }),
    decodeClip: async (backend) => outcomes[backend] ?? { kind: 'unmeasured', problem: 'Lost.' },
    machine: () => ({ processor: 'A processor', cores: 2, memoryBytes: 8e9 }),
    settings: { read: (key) => kept.get(key) ?? null, write: (key, value) => kept.set(key, value) },
  })
  return { made, told, progress: (done: number) => void told.push(done) }
}

const measured = (ms: number, text = 'One, two, three, four.'): Outcome => ({
  kind: 'measured',
  whole: { encodeMs: ms / 2, decodeMs: ms / 2 },
  text,
  looksMs: [30, 10, 20],
  memoryBytes: 2e8,
})

it('measures what is here on everything that computes, and keeps it', async () => {
  const { made, told, progress } = setUp(
    { cpu: measured(200, 'one two tree four'), 'vulkan:0': measured(20) },
    [bundled, model('whisper-tiny')],
  )
  const result = await made.measure('all', progress)
  expect(told).toEqual([1, 2])
  expect(result.models).toEqual([
    expect.objectContaining({ backend: 'vulkan:0', speed: 500, wordErrors: 0 }),
    expect.objectContaining({
      backend: 'cpu',
      speed: 50,
      wordErrors: 0.25,
      lookMs: { median: 20, longest: 30 },
    }),
  ])
  expect(made.latest()).toEqual(result)
})

it('foresees models that are not here, and recommends the largest that keeps up', async () => {
  const small = model('whisper-small', { sizeBytes: 5e8 })
  const { made, progress } = setUp({ cpu: measured(200), 'vulkan:0': measured(20) }, [
    bundled,
    model('whisper-tiny'),
    small,
    model('whisper-large-v3', { sizeBytes: 3e9, fit: 'too_large' }),
  ])
  const { foreseen, recommended } = await made.measure('bundled', progress)
  expect(foreseen.map(({ modelId, backend }) => `${modelId} ${backend}`)).toContain(
    'whisper-small vulkan:0',
  )
  expect(recommended).toBe('whisper-small')
})

it('a back end that breaks is told, and the others are measured all the same', async () => {
  const { made, progress } = setUp({ cpu: measured(200) }, [bundled])
  const { models } = await made.measure('all', progress)
  expect(models[0]).toMatchObject({ backend: 'vulkan:0', speed: null, problem: 'Lost.' })
  expect(models[1]).toMatchObject({ backend: 'cpu', problem: null })
})

it('is not done twice at once', async () => {
  const { made, progress } = setUp({ cpu: measured(200) }, [bundled])
  const first = made.measure('all', progress)
  await expect(made.measure('all', progress)).rejects.toMatchObject({ code: 'computer_busy' })
  await first
})
