/** Everything a test of the models folder needs: a moody server, a catalogue that points to it, a folder. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { parseCatalog, type Catalog } from '../catalog.ts'
import type { PullProgress } from '../model-files.ts'
import { createModelFiles, type ModelFilesOptions } from '../model-files.node.ts'
import { sizeOf } from '../model-shelf.node.ts'
import { moodyServer, type MoodyServer } from './moody-server.ts'

/** Bytes that look like nothing, the same in every run. */
export function someBytes(length: number, seed = 7): Buffer {
  let state = seed
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return state >>> 16
    }),
  )
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-models-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export interface EntryWishes {
  readonly origin: string
  readonly mirrors?: readonly string[]
  readonly bytes?: number | null
  readonly sha256?: string | null
}

/** One model `speech-a` at `ORIGIN/owner/repo/model.bin`, and a bundled one. */
export function catalogOf({
  origin,
  mirrors = [],
  bytes = null,
  sha256: hash = null,
}: EntryWishes) {
  const facts = {
    kind: 'speech',
    licence: 'mit',
    languages: ['en'],
    quantisation: null,
    runtime: 'whisper.cpp',
    memory: null,
    notes: null,
  }
  return parseCatalog({
    version: 1,
    languageSets: {},
    models: [
      {
        ...facts,
        id: 'test-speech',
        name: 'Test speech',
        file: 'test.bin',
        origin: 'bundled',
        path: 'models/test.bin',
        bytes: 5,
        sha256: sha256(Buffer.from('hello')),
      },
      {
        ...facts,
        id: 'speech-a',
        name: 'Speech A',
        file: 'model.bin',
        origin: 'catalog',
        url: `${origin}/owner/repo/model.bin`,
        mirrors,
        gated: false,
        bytes,
        sha256: hash,
      },
    ],
  })
}

export interface BenchWishes extends Partial<Omit<ModelFilesOptions, 'catalog'>> {
  readonly length?: number
  /** False: the catalogue knows neither hash nor size. */
  readonly published?: boolean
  readonly mirror?: MoodyServer
  readonly catalog?: (server: MoodyServer) => Catalog
}

export async function modelBench(wishes: BenchWishes = {}) {
  const { length = 300_000, published = true, mirror, catalog, ...options } = wishes
  const content = someBytes(length)
  const server = await moodyServer({ bytes: content, etag: '"one"' })
  const folder = options.folder ?? join(await temporaryFolder(), 'models')
  const waits: number[] = []
  const modelFiles = createModelFiles({
    folder,
    bundledFolder: await temporaryFolder(),
    env: {},
    wait: async (ms) => void waits.push(ms),
    idleMs: 10_000,
    ...options,
    catalog:
      catalog?.(server) ??
      catalogOf({
        origin: server.origin,
        mirrors: mirror ? [`${mirror.origin}/copy/model.bin`] : [],
        bytes: published ? length : null,
        sha256: published ? sha256(content) : null,
      }),
  })
  const told: PullProgress[] = []
  const target = join(folder, 'speech-a', 'model.bin')
  return {
    server,
    modelFiles,
    folder,
    content,
    waits,
    told,
    target,
    pull: (signal?: AbortSignal) =>
      modelFiles.pull('speech-a', {
        onProgress: (progress) => void told.push(progress),
        ...(signal && { signal }),
      }),
    onDisk: () => readFile(target),
    partOnDisk: () => readFile(`${target}.part`),
    /** Resolves when so many bytes lie in the partial file. */
    arrived: (bytes: number) => expect.poll(() => sizeOf(`${target}.part`)).toBe(bytes),
    ranges: () => server.requests.map(({ headers }) => headers.range ?? null),
  }
}
