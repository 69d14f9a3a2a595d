import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { convertVoiceModel, makeVoiceModel, onnxPath, voiceModelSha256 } from './convert.mjs'
import { toHalf } from './write-ggml.mjs'

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-voice-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const target = join(folder, 'out', 'silero-v6.bin')
  const hash = async () =>
    createHash('sha256')
      .update(await readFile(target))
      .digest('hex')
  return { folder, target, hash, onnx: await readFile(onnxPath()) }
}

it('makes exactly the pinned weights, and nothing the second time', async () => {
  const { target, hash } = await setUp()
  await expect(makeVoiceModel({ source: onnxPath(), target })).resolves.toBe('made')
  expect(await hash()).toBe(voiceModelSha256)
  const before = await stat(target)
  await expect(makeVoiceModel({ source: onnxPath(), target })).resolves.toBe('unchanged')
  expect((await stat(target)).mtimeMs).toBe(before.mtimeMs)
})

it('replaces a damaged file and leaves nothing else behind', async () => {
  const { folder, target, hash } = await setUp()
  await makeVoiceModel({ source: onnxPath(), target })
  await writeFile(target, 'half a file')
  await expect(makeVoiceModel({ source: onnxPath(), target })).resolves.toBe('made')
  expect(await hash()).toBe(voiceModelSha256)
  expect(await readdir(join(folder, 'out'))).toEqual(['silero-v6.bin'])
})

it('refuses weights that are whole but not the pinned ones', async () => {
  const { folder, target, onnx } = await setUp()
  const source = join(folder, 'other.onnx')
  await writeFile(source, withOneChangedWeight(onnx))
  await expect(makeVoiceModel({ source, target })).rejects.toThrow(/expected is/)
  await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' })
})

it.each([
  ['no bytes', Buffer.alloc(0), /holds no ONNX weights/],
  ['text', Buffer.from('this is not a model, it is a sentence'), /not an ONNX model/],
  ['zeros', Buffer.alloc(64), /holds no ONNX weights/],
])('says what is wrong with %s', (_, bytes, sentence) => {
  expect(() => convertVoiceModel(bytes)).toThrow(sentence)
})

it('says that a cut file is cut, wherever it was cut', async () => {
  const { onnx } = await setUp()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: onnx.length - 20 }), (length) => {
      expect(() => convertVoiceModel(onnx.subarray(0, length))).toThrow(/ONNX/)
    }),
    { numRuns: 60 },
  )
})

it.each([
  ['zero', 0, 0x0000],
  ['minus zero', -0, 0x8000],
  ['one', 1, 0x3c00],
  ['the largest half', 65504, 0x7bff],
  ['too large', 65520, 0x7c00],
  ['the smallest half', 2 ** -24, 0x0001],
  ['a tie that rounds to the even neighbour', 2 ** -25, 0x0000],
  ['a mantissa that carries into the exponent', 0.99999, 0x3c00],
])('rounds %s to 16 bits', (_, value, bits) => {
  expect(toHalf(value)).toBe(bits)
})

it('rounds every 32-bit float as the machine does', () => {
  const bits = new Uint16Array(1)
  const half = new Float16Array(bits.buffer)
  fc.assert(
    fc.property(fc.float({ noNaN: true }), (value) => {
      half[0] = value
      expect(toHalf(value)).toBe(bits[0])
    }),
    { numRuns: 2000 },
  )
})

/** Changes one byte in the middle of the largest weight of the 16 kHz branch. */
function withOneChangedWeight(onnx: Buffer): Buffer {
  const changed = Buffer.from(onnx)
  const name = Buffer.from('If_0_then_branch__Inline_0__decoder.rnn.weight_ih')
  const at = changed.indexOf(name) + 100_000
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
  return changed
}
