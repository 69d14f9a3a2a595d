import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sniffFile } from './read-head.node.ts'
import { sniffModel } from './sniff-model.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

function whisperHead(vocabulary: number): Buffer {
  const head = Buffer.alloc(64)
  head.writeUInt32LE(0x67676d6c, 0)
  head.writeInt32LE(vocabulary, 4)
  return head
}

function parakeetHead(vocabulary: number): Buffer {
  const numbers = [0x67676d6c, vocabulary, 5000, 1024, 8, 24, 128, 1, 512, 8, 256, 9, 640, 2, 5, 10]
  return Buffer.from(Int32Array.from(numbers).buffer)
}

function ggufHead(architecture: string): Buffer {
  const text = (value: string) => {
    const length = Buffer.alloc(8)
    length.writeBigUInt64LE(BigInt(value.length))
    return Buffer.concat([length, Buffer.from(value)])
  }
  const start = Buffer.alloc(24)
  start.write('GGUF', 'latin1')
  start.writeUInt32LE(3, 4)
  const type = Buffer.from([8, 0, 0, 0])
  return Buffer.concat([start, text('general.architecture'), type, text(architecture)])
}

it.each([
  ['a multilingual Whisper', whisperHead(51_865), { format: 'whisper', multilingual: true }],
  ['an English Whisper', whisperHead(51_864), { format: 'whisper', multilingual: false }],
  ['a Parakeet', parakeetHead(8192), { format: 'parakeet', multilingual: true }],
  ['an English Parakeet', parakeetHead(1024), { format: 'parakeet', multilingual: false }],
  ['a GGUF', ggufHead('qwen3'), { format: 'gguf', architecture: 'qwen3' }],
  [
    'a GGUF cut in its name',
    ggufHead('qwen3').subarray(0, 60),
    { format: 'gguf', architecture: null },
  ],
  ['another ggml', whisperHead(5), { format: 'other', looksLike: 'a ggml file of another kind' }],
  [
    'a web page',
    Buffer.from('\n<!doctype html><p>Hello'),
    { format: 'other', looksLike: 'a web page' },
  ],
  [
    'a pointer',
    Buffer.from('version https://git-lfs.github.com/spec/v1'),
    {
      format: 'other',
      looksLike: 'a Git LFS pointer, not the model itself',
    },
  ],
  ['nothing', Buffer.alloc(0), { format: 'other', looksLike: 'an empty file' }],
  ['a magic and no more', whisperHead(51_864).subarray(0, 4), { format: 'other', looksLike: null }],
])('recognises %s', (_, head, expected) => {
  expect(sniffModel(head)).toEqual(expected)
})

it('recognises the files that come with the program', async () => {
  await expect(sniffFile(inProject('models/test-speech/rtstt-test-en.bin'))).resolves.toEqual({
    format: 'whisper',
    multilingual: false,
  })
  await expect(sniffFile(inProject('resources/samples/question.wav'))).resolves.toEqual({
    format: 'other',
    looksLike: 'a sound file',
  })
})

it('has an answer for any bytes, also behind a true magic', () => {
  const magic = fc.constantFrom('', 'lmgg', 'GGUF')
  fc.assert(
    fc.property(magic, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const head = Buffer.concat([Buffer.from(start), rest])
      expect(['whisper', 'parakeet', 'voice', 'gguf', 'other']).toContain(sniffModel(head).format)
    }),
  )
})
