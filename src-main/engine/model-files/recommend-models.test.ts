import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseCatalog } from './catalog.ts'
import { fitOf, type Machine } from './machine.ts'
import { estimatedCacheBytesPerToken, memoryNeed } from './memory-need.ts'
import { type Candidate, recommendModels } from './recommend-models.ts'

const catalog = parseCatalog(
  JSON.parse(readFileSync(new URL('../../../models/catalog.json', import.meta.url), 'utf8')),
)
const candidates: Candidate[] = [...catalog.values()].map((entry) => ({
  thinks: entry.thinks,
  model: {
    id: entry.id,
    name: entry.name,
    kind: entry.kind,
    runtime: entry.runtime,
    languages: [...entry.languages],
    sizeBytes: entry.bytes,
    licence: entry.licence,
    hash: entry.sha256 === null ? 'none' : 'published',
    origin: entry.origin,
    state: 'absent',
    path: null,
    memoryBytes: memoryNeed({ ...entry, sizeBytes: entry.bytes }),
    fit: null,
    recommended: false,
  },
}))

const machine = (gigabytes: number, cores: number, changes: Partial<Machine> = {}): Machine => ({
  totalBytes: gigabytes * 1e9,
  freeBytes: gigabytes * 0.6e9,
  gpu: false,
  gpuBytes: null,
  cores,
  languages: ['it', 'en'],
  ...changes,
})
const graphics = (gigabytes: number) => ({ gpu: true, gpuBytes: gigabytes * 1e9 })

describe('recommended to begin with', () => {
  it.each<[string, Machine, string, string, string]>([
    [
      'a small laptop',
      machine(8, 4),
      'whisper-base',
      'qwen2-5-1-5b-instruct-q4-k-m',
      'qwen3-embedding-0-6b-q8-0',
    ],
    [
      'a common laptop',
      machine(16, 8),
      'whisper-large-v3-turbo-q5-0',
      'qwen3-4b-instruct-2507-q4-k-m',
      'qwen3-embedding-0-6b-q8-0',
    ],
    [
      'much memory without a GPU: a larger one would be too slow',
      machine(64, 16),
      'whisper-large-v3-turbo-q5-0',
      'qwen3-4b-instruct-2507-q4-k-m',
      'qwen3-embedding-0-6b-q8-0',
    ],
    [
      'a GPU with memory of its own',
      machine(32, 16, graphics(12)),
      'whisper-large-v3-turbo',
      'gemma-4-e4b-it-q4-k-m',
      'qwen3-embedding-0-6b-q8-0',
    ],
  ])('%s', (_, here, speech, language, embedding) => {
    expect(recommendModels(candidates, here)).toEqual(new Set([speech, language, embedding]))
  })

  it('an embedding model that knows only English is for who speaks nothing else', () => {
    const small = (languages: string[]) => machine(4, 4, { languages })
    expect(recommendModels(candidates, small(['en']))).toContain('nomic-embed-text-v1-5-q8-0')
    expect(recommendModels(candidates, small(['en', 'it']))).not.toContain(
      'nomic-embed-text-v1-5-q8-0',
    )
  })

  it('nothing, where nothing fits', () => {
    expect(recommendModels(candidates, machine(2, 2))).toEqual(new Set())
  })

  it('does not change with what is free just now', () => {
    for (const freeBytes of [0, 1e9, 16e9])
      expect(recommendModels(candidates, { ...machine(16, 8), freeBytes })).toEqual(
        recommendModels(candidates, machine(16, 8)),
      )
  })
})

describe('memory', () => {
  it('of a stated cache is the file, the cache of the context and the buffers', () => {
    const qwen = candidates.find(({ model }) => model.id === 'qwen3-4b-instruct-2507-q4-k-m')
    expect(qwen?.model.memoryBytes).toBe(2_497_281_120 + 8192 * 144 * 1024 + 512 * 1024 ** 2)
  })

  it('is unknown where not even the size is', () => {
    const facts = { sizeBytes: null, cacheBytesPerToken: null, runningBytes: null }
    expect(memoryNeed({ ...facts, kind: 'language' })).toBeNull()
  })

  it('is estimated at or above what is stated, for all models where something is', () => {
    const stated = [...catalog.values()].filter(({ bytes }) => bytes !== null)
    for (const { kind, bytes, cacheBytesPerToken, runningBytes } of stated) {
      if (cacheBytesPerToken !== null)
        expect(estimatedCacheBytesPerToken(bytes ?? 0)).toBeGreaterThanOrEqual(cacheBytesPerToken)
      if (runningBytes !== null)
        expect(
          memoryNeed({ kind, sizeBytes: bytes, cacheBytesPerToken: null, runningBytes: null }),
        ).toBeGreaterThanOrEqual(runningBytes)
    }
    expect(stated.some(({ cacheBytesPerToken }) => cacheBytesPerToken !== null)).toBe(true)
    expect(stated.some(({ runningBytes }) => runningBytes !== null)).toBe(true)
  })
})

describe('fitOf', () => {
  it.each<[string, number | null, Machine, ReturnType<typeof fitOf>]>([
    ['nobody knows how much it takes', null, machine(16, 8), null],
    ['less than half of what can be had', 4e9, machine(16, 8), 'good'],
    ['more than half', 8e9, machine(16, 8), 'tight'],
    ['more than is free just now', 4e9, machine(16, 8, { freeBytes: 3e9 }), 'tight'],
    ['more than the system can spare', 14e9, machine(16, 8), 'too_large'],
    ['a small machine keeps 2 GB for itself', 2.5e9, machine(4, 2), 'too_large'],
    ['it fits the GPU', 14e9, machine(16, 8, graphics(16)), 'good'],
    ['the memory of the GPU is not known', 14e9, machine(16, 8, { gpu: true }), 'too_large'],
  ])('%s', (_, bytes, here, expected) => {
    expect(fitOf(bytes, here)).toBe(expected)
  })
})
