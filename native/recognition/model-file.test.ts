import fc from 'fast-check'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openRecognition } from './recognition.ts'
import { readSound, soundFile, testModel, voiceModel, wordsOf } from './testing/sounds.ts'
import { wordErrors } from './testing/word-errors.ts'

const whole = readFileSync(testModel)
/** Where the test model's words end and its weights begin. */
const beforeWeights = 586_836

function setUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-model-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const recognition = openRecognition({ gpuLibraries: [] })
  const load = async (bytes: Uint8Array) => {
    const file = path.join(folder, 'model.bin')
    writeFileSync(file, bytes)
    return recognition.loadModel(file, { gpu: false })
  }
  return { folder, recognition, load }
}

it('says that a file is missing', async () => {
  const { folder, recognition } = setUp()
  const file = path.join(folder, 'nothing.bin')
  const loading = recognition.loadModel(file, { gpu: false })
  await expect(loading).rejects.toMatchObject({ code: 'file_missing' })
})

it('says that a folder is no model', async () => {
  const { folder, recognition } = setUp()
  const loading = recognition.loadModel(folder, { gpu: false })
  await expect(loading).rejects.toMatchObject({
    code: expect.stringMatching(/^(model_broken|file_unreadable)$/),
  })
})

it.each([
  ['an empty file', Buffer.alloc(0)],
  ['a WAV file', readFileSync(soundFile('question'))],
  ['the weights of the voice detector', readFileSync(voiceModel)],
  ['a text', Buffer.from('not a model at all, only words'.repeat(100))],
])('refuses %s with a sentence that says what to do', async (_, bytes) => {
  const { load } = setUp()
  await expect(load(bytes)).rejects.toMatchObject({
    code: 'model_broken',
    message: expect.stringContaining('rtstt models pull'),
  })
})

it.each([
  3,
  4,
  20,
  47,
  48,
  5_000,
  64_300,
  beforeWeights,
  600_000,
  whole.length >> 1,
  whole.length - 512,
  whole.length - 1,
])('refuses a model that was cut off after %i bytes', async (length) => {
  const { load } = setUp()
  await expect(load(whole.subarray(0, length))).rejects.toMatchObject({
    code: 'model_broken',
    message: expect.stringContaining('not complete'),
  })
})

it('refuses a model with something behind its end', async () => {
  const { load } = setUp()
  await expect(load(Buffer.concat([whole, Buffer.from('more')]))).rejects.toMatchObject({
    code: 'model_broken',
  })
})

it('outlives any change of a number in the header', async () => {
  const { load } = setUp()
  const number = fc.oneof(fc.integer({ min: -2, max: 200 }), fc.integer())
  const change = fc.record({ at: fc.integer({ min: 0, max: 14 }), number })
  await fc.assert(
    fc.asyncProperty(change, async ({ at, number: value }) => {
      const bytes = Buffer.from(whole)
      bytes.writeInt32LE(value, at * 4)
      const outcome = await load(bytes).then(
        (model) => model.free(),
        (error: unknown) => error,
      )
      if (outcome !== undefined) expect(outcome).toMatchObject({ code: 'model_broken' })
    }),
    { numRuns: 40 },
  )
})

it('reads a model under a name with letters of many languages', async () => {
  const { folder, recognition } = setUp()
  const file = path.join(folder, 'modèle größe 模型.bin')
  copyFileSync(testModel, file)
  const model = await recognition.loadModel(file, { gpu: false })
  const state = await model.createState()
  const { segments } = await state.decode(readSound('question'), { language: 'en' })
  const text = segments.map((segment) => segment.text).join('')
  expect(wordErrors(wordsOf('question'), text)).toBe(0)
})
