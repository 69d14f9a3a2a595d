import { mkdir, readFile, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { modelBench, someBytes, temporaryFolder } from './testing/model-bench.ts'
import { whisperFile } from './testing/whisper-file.ts'

const later = new Date('2031-01-01T00:00:00Z')

async function setUp(published = true) {
  const bench = await modelBench({ published })
  const pinsPath = join(bench.folder, 'pins.json')
  return {
    ...bench,
    find: () => bench.modelFiles.find('speech-a'),
    readPins: async () => JSON.parse(await readFile(pinsPath, 'utf8')),
    writePins: (content: unknown) => writeFile(pinsPath, JSON.stringify(content)),
    /** Other bytes of the same length, as a failing disk leaves them. */
    spoil: () => writeFile(bench.target, someBytes(bench.content.length, 99)),
  }
}

it.each([
  ['with a published hash', true],
  ['without one', false],
])(
  'refuses a fetched model %s that has changed, until it is fetched again',
  async (_, published) => {
    const { pull, find, spoil, modelFiles } = await setUp(published)
    await pull()
    await expect(find()).resolves.toMatchObject({ id: 'speech-a' })
    await spoil()
    const refusal = {
      code: 'model_broken',
      message: expect.stringMatching(/Speech A.*rtstt models pull speech-a/),
    }
    await expect(find()).rejects.toMatchObject(refusal)
    await expect(modelFiles.preferred()).rejects.toMatchObject(refusal)
    await pull()
    await expect(find()).resolves.toMatchObject({ id: 'speech-a' })
  },
)

it('refuses an added model that was cut, until it is added again', async () => {
  const { modelFiles } = await setUp()
  const original = join(await temporaryFolder(), 'mine.bin')
  await writeFile(original, whisperFile())
  const { id, path } = await modelFiles.add(original)
  await writeFile(path ?? '', whisperFile().subarray(0, 2000))
  await expect(modelFiles.find(id)).rejects.toMatchObject({
    code: 'model_broken',
    message: expect.stringMatching(/mine.*rtstt models add/),
  })
  await modelFiles.add(original)
  await expect(modelFiles.find(id)).resolves.toMatchObject({ id })
})

it('does not read a file again whose size and time are as they were', async () => {
  const { pull, find, spoil, target, readPins, writePins } = await setUp()
  await pull()
  await spoil()
  await utimes(target, later, later)
  // The one way to see from outside that nothing was read: bytes that are wrong go unnoticed.
  const pins = await readPins()
  pins.fetched['speech-a'].mtimeMs = (await stat(target)).mtimeMs
  await writePins(pins)
  await expect(find()).resolves.toMatchObject({ id: 'speech-a' })
})

it('remembers the new time of a file that is still right', async () => {
  const { pull, find, target, readPins } = await setUp()
  await pull()
  await utimes(target, later, later)
  await expect(find()).resolves.toMatchObject({ id: 'speech-a' })
  expect((await readPins()).fetched['speech-a'].mtimeMs).toBe(later.getTime())
})

it('checks once what an older version pinned without a time', async () => {
  const { pull, find, spoil, readPins, writePins } = await setUp(false)
  await pull()
  const pins = await readPins()
  delete pins.fetched['speech-a'].mtimeMs
  await writePins(pins)
  await expect(find()).resolves.toMatchObject({ id: 'speech-a' })
  expect(await readPins()).toMatchObject({
    fetched: { 'speech-a': { mtimeMs: expect.any(Number) } },
  })
  await writePins(pins)
  await spoil()
  await expect(find()).rejects.toMatchObject({ code: 'model_broken' })
})

it('checks what somebody laid into the folder against its published hash', async () => {
  const { find, target, spoil, content } = await setUp()
  await mkdir(dirname(target), { recursive: true })
  await spoil()
  await expect(find()).rejects.toMatchObject({ code: 'model_broken' })
  await writeFile(target, content)
  await expect(find()).resolves.toMatchObject({ id: 'speech-a' })
})
