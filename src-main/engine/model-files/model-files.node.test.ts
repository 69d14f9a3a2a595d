import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { Model } from '#contract/model.ts'
import { loadCatalog } from './catalog.node.ts'
import { createModelFiles } from './model-files.node.ts'
import { catalogOf, modelBench, temporaryFolder } from './testing/model-bench.ts'
import { cutAfter } from './testing/moody-server.ts'
import { tinyParakeet } from '#native/recognition/testing/tiny-parakeet.ts'
import { whisperFile } from './testing/whisper-file.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

async function setUp(options: { readonly freeBytes?: () => Promise<number> } = {}) {
  const elsewhere = await temporaryFolder()
  const bundledFolder = await temporaryFolder()
  await mkdir(join(bundledFolder, 'models'))
  await writeFile(join(bundledFolder, 'models/test.bin'), 'hello')
  const folder = join(await temporaryFolder(), 'models')
  const catalog = catalogOf({ origin: 'https://models.invalid' })
  const modelFiles = createModelFiles({ folder, bundledFolder, catalog, env: {}, ...options })
  const file = async (name: string, bytes: Buffer | string) => {
    await writeFile(join(elsewhere, name), bytes)
    return join(elsewhere, name)
  }
  return { modelFiles, folder, bundledFolder, file }
}

it('lists what the program knows in the words of the contract', async () => {
  const { modelFiles, bundledFolder } = await setUp()
  const models = await modelFiles.list()
  for (const model of models) Model.parse(model)
  expect(models).toMatchObject([
    { id: 'test-speech', origin: 'bundled', state: 'present', hash: 'published', sizeBytes: 5 },
    { id: 'speech-a', origin: 'catalog', state: 'absent', hash: 'none', path: null },
  ])
  expect(models[0]?.path).toBe(join(bundledFolder, 'models/test.bin'))
})

it('finds and verifies the models that come with the program', async () => {
  const catalog = await loadCatalog(project)
  const folder = await temporaryFolder()
  const modelFiles = createModelFiles({ folder, bundledFolder: project, catalog, env: {} })
  await expect(modelFiles.preferred()).resolves.toMatchObject({
    id: 'test-speech-en',
    runtime: 'whisper.cpp',
  })
  const checks = await modelFiles.verify()
  expect(checks.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['test-speech-en', 'intact'],
    ['silero-vad-v6', 'intact'],
  ])
})

it('finds by id or by path, and nothing where nothing is', async () => {
  const { modelFiles, file } = await setUp()
  const path = await file('mine.bin', whisperFile())
  await expect(modelFiles.find('test-speech')).resolves.toMatchObject({ id: 'test-speech' })
  const found = { id: path, path, runtime: 'whisper.cpp', languages: [] }
  await expect(modelFiles.find(path)).resolves.toEqual(found)
  const parakeet = await file('parakeet.bin', tinyParakeet())
  await expect(modelFiles.find(parakeet)).resolves.toMatchObject({
    runtime: 'whisper.cpp (parakeet)',
    languages: ['en'],
  })
  await expect(modelFiles.find('speech-a')).resolves.toBeNull()
  await expect(modelFiles.find('nobody')).resolves.toBeNull()
  await expect(modelFiles.find(join(path, 'below'))).resolves.toBeNull()
})

it("takes in a file of one's own, and keeps it when the original goes", async () => {
  const { modelFiles, folder, file } = await setUp()
  const path = await file('My Model (v2).bin', whisperFile())
  const model = await modelFiles.add(path)
  expect(Model.parse(model)).toMatchObject({
    id: 'own-my-model-v2',
    name: 'My Model (v2)',
    kind: 'speech',
    origin: 'added',
    hash: 'pinned',
    state: 'present',
  })
  await rm(path)
  await expect(modelFiles.find(model.id)).resolves.toMatchObject({ runtime: 'whisper.cpp' })
  await expect(modelFiles.preferred()).resolves.toMatchObject({ id: model.id })
  expect(await readFile(model.path ?? '')).toEqual(whisperFile())
  expect((await readdir(folder)).toSorted()).toEqual(['own-my-model-v2', 'pins.json'])
})

it('knows the same content again and tells other content of the same name apart', async () => {
  const { modelFiles, file } = await setUp()
  const first = await modelFiles.add(await file('mine.bin', whisperFile({ seed: 1 })))
  const same = await modelFiles.add(await file('copy.bin', whisperFile({ seed: 1 })))
  const other = await modelFiles.add(await file('mine.bin', whisperFile({ seed: 20 })))
  expect([first.id, same.id, other.id]).toEqual(['own-mine', 'own-mine', 'own-mine-2'])
})

it('sees when an added file has changed', async () => {
  const { modelFiles, file } = await setUp()
  const { id, path } = await modelFiles.add(await file('mine.bin', whisperFile()))
  await writeFile(path ?? '', 'something else')
  expect((await modelFiles.verify()).find((check) => check.id === id)).toMatchObject({
    verdict: 'damaged',
    detail: expect.stringContaining('rtstt models remove own-mine'),
  })
})

it.each([
  ['a missing file', 'missing.bin', null, 'file_missing', /There is no file/],
  ['a name that is too long', 'x'.repeat(300), null, 'file_missing', /There is no file/],
  ['a name with a zero byte', 'a\0.bin', null, 'file_missing', /There is no file/],
  ['an empty file', 'empty.bin', '', 'invalid_input', /looks like an empty file/],
  ['a web page', 'page.bin', '<!doctype html>', 'invalid_input', /looks like a web page/],
  ['some text', 'text.bin', 'not a model', 'invalid_input', /is not a model file/],
])('refuses %s with a sentence', async (_, name, content, code, message) => {
  const { modelFiles, file, folder } = await setUp()
  const path = content === null ? join(folder, name) : await file(name, content)
  await expect(modelFiles.add(path)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  })
})

it('refuses a model that was cut, and keeps nothing of it', async () => {
  const { modelFiles, file, folder } = await setUp()
  const path = await file('cut.bin', whisperFile().subarray(0, 2000))
  await expect(modelFiles.add(path)).rejects.toMatchObject({
    code: 'model_broken',
    message: expect.stringContaining('cut.bin is not a whole model'),
  })
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' })
})

it('leaves an added model alone when the original is edited in place', async () => {
  const { modelFiles, file } = await setUp()
  const path = await file('mine.bin', whisperFile())
  const model = await modelFiles.add(path)
  await writeFile(path, 'something else')
  expect(await readFile(model.path ?? '')).toEqual(whisperFile())
})

it('refuses a folder with a sentence', async () => {
  const { modelFiles, bundledFolder } = await setUp()
  await expect(modelFiles.add(bundledFolder)).rejects.toMatchObject({ code: 'invalid_input' })
})

it('removes what was fetched, half fetched or added, but not what came with the program', async () => {
  const { server, pull, modelFiles, folder } = await modelBench({ published: false })
  await pull()
  await modelFiles.remove('speech-a')
  await expect(modelFiles.find('speech-a')).resolves.toBeNull()
  server.next(cutAfter(1000), ...Array.from({ length: 9 }, () => cutAfter(0)))
  await expect(pull()).rejects.toMatchObject({ code: 'download_failed' })
  expect((await modelFiles.list()).find(({ id }) => id === 'speech-a')?.state).toBe('partial')
  await modelFiles.remove('speech-a')
  expect(await readdir(folder)).toEqual(['pins.json'])
  await expect(modelFiles.remove('speech-a')).rejects.toMatchObject({ code: 'not_found' })
  await expect(modelFiles.remove('../..')).rejects.toMatchObject({ code: 'not_found' })
  await expect(modelFiles.remove('test-speech')).rejects.toMatchObject({ code: 'invalid_input' })
})

it('says what is missing when a model without an address is to be fetched', async () => {
  const { modelFiles, bundledFolder } = await setUp()
  const options = { onProgress: () => {} }
  await expect(modelFiles.pull('test-speech', options)).resolves.toMatchObject({ state: 'present' })
  await rm(join(bundledFolder, 'models/test.bin'))
  await expect(modelFiles.pull('test-speech', options)).rejects.toMatchObject({
    code: 'model_missing',
  })
  await expect(modelFiles.pull('nobody', options)).rejects.toMatchObject({ code: 'not_found' })
})

it('cannot vouch for a file that somebody laid into the folder', async () => {
  const { modelFiles, folder } = await setUp()
  await mkdir(join(folder, 'speech-a'), { recursive: true })
  await writeFile(join(folder, 'speech-a/model.bin'), whisperFile())
  expect((await modelFiles.verify()).at(-1)).toMatchObject({
    id: 'speech-a',
    verdict: 'unverifiable',
  })
})

it('does not guess when pins.json is damaged', async () => {
  const { modelFiles, folder } = await setUp()
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'pins.json'), '{"version":1')
  await expect(modelFiles.list()).rejects.toMatchObject({ code: 'data_broken' })
})
