import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tinyParakeet } from '#native/recognition/testing/tiny-parakeet.ts'
import { temporaryFolder } from './testing/model-bench.ts'
import { whisperFile } from './testing/whisper-file.ts'
import { isWholeModel } from './whole-model.node.ts'

const bundled = fileURLToPath(
  new URL('../../../models/test-speech/rtstt-test-en.bin', import.meta.url),
)

async function setUp() {
  const path = join(await temporaryFolder(), 'model.bin')
  return async (bytes: Buffer) => {
    await writeFile(path, bytes)
    return isWholeModel(path, 'whisper')
  }
}

it('takes the model that comes with the program for whole', async () => {
  await expect(isWholeModel(bundled, 'whisper')).resolves.toBe(true)
})

it('sees every kind of cut in a real model', async () => {
  const isWhole = await setUp()
  const bytes = await readFile(bundled)
  for (const length of [48, 2000, 70_000, bytes.length >> 1, bytes.length - 1]) {
    await expect(isWhole(bytes.subarray(0, length))).resolves.toBe(false)
  }
})

it.each([
  ['f32', 0, 256],
  ['f16', 1, 128],
  ['q4_0', 2, 36],
  ['q4_1', 3, 40],
  ['q5_0', 6, 44],
  ['q5_1', 7, 48],
  ['q8_0', 8, 68],
])('knows how long tensors of type %s are', async (_, type, bytes) => {
  const isWhole = await setUp()
  await expect(isWhole(whisperFile({ type, bytes }))).resolves.toBe(true)
  await expect(isWhole(whisperFile({ type, bytes: bytes - 1 }))).resolves.toBe(false)
})

it('takes a model of a newer type by what comes before its tensors', async () => {
  const isWhole = await setUp()
  await expect(isWhole(whisperFile({ type: 42 }))).resolves.toBe(true)
})

it('refuses what hangs behind a whole model', async () => {
  const isWhole = await setUp()
  await expect(isWhole(Buffer.concat([whisperFile(), Buffer.alloc(7)]))).resolves.toBe(false)
})

it('sees a cut wherever it is, also between two tensors', async () => {
  const path = join(await temporaryFolder(), 'model.bin')
  const whole = whisperFile()
  await writeFile(path, whole)
  const file = await open(path, 'r+')
  try {
    const length = fc.integer({ min: 0, max: whole.length })
    await fc.assert(
      fc.asyncProperty(length, async (bytes) => {
        await file.write(whole, 0, whole.length, 0)
        await file.truncate(bytes)
        expect(await isWholeModel(path, 'whisper')).toBe(bytes === whole.length)
      }),
    )
    const lastTensor = 5 * 4 + 'tensor.10'.length + 256
    await file.truncate(whole.length - lastTensor)
    await expect(isWholeModel(path, 'whisper')).resolves.toBe(false)
  } finally {
    await file.close()
  }
})

it('sees every cut in a Parakeet model, and what hangs behind it', async () => {
  const path = join(await temporaryFolder(), 'model.bin')
  const whole = tinyParakeet()
  const isWhole = async (bytes: Buffer) => {
    await writeFile(path, bytes)
    return isWholeModel(path, 'parakeet')
  }
  await expect(isWhole(whole)).resolves.toBe(true)
  await expect(isWhole(Buffer.concat([whole, Buffer.alloc(5)]))).resolves.toBe(false)
  for (const length of [40, 100, 3000, whole.length >> 1, whole.length - 1])
    await expect(isWhole(whole.subarray(0, length))).resolves.toBe(false)
})
