import { chmod, readFile } from 'node:fs/promises'
import { getuid } from 'node:process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { fixture, hear, temporaryFolder, written } from './fixtures/hear-file.ts'
import { makeWav, tone } from './fixtures/make-wav.ts'

describe('what cannot be heard is refused in one sentence', () => {
  async function refusal(path: string, channels: 'mix' | 'split' = 'mix') {
    const error = await hear(path, channels).then(
      () => null,
      (failure: unknown) => failure,
    )
    if (!(error instanceof AppError))
      throw new Error('It was not refused in words.', { cause: error })
    return error
  }

  it.each<[what: string, code: string, make: (folder: string) => Promise<string>]>([
    ['a missing file', 'file_missing', async (folder) => join(folder, 'none.wav')],
    ['a name that is too long', 'file_missing', async (folder) => join(folder, 'x'.repeat(300))],
    ['a name with a zero byte', 'file_missing', async (folder) => join(folder, 'a\0.wav')],
    ['a folder', 'file_unreadable', async (folder) => folder],
    ['zero bytes', 'audio_empty', () => written(Buffer.of())],
    [
      'text by the name of sound',
      'audio_unsupported',
      () => written(Buffer.from('Dear Sir, '.repeat(99))),
    ],
    [
      'text by the name of mp3',
      'audio_unsupported',
      () => written(Buffer.from('Dear Sir, '.repeat(999)), 'a.mp3'),
    ],
    [
      'a list of addresses',
      'audio_unsupported',
      () => written(Buffer.from('#EXTM3U\nhttp://127.0.0.1:9/a.mp3\n'), 'a.m3u8'),
    ],
    ['a picture without sound', 'audio_empty', async () => fixture('no-sound.mp4')],
    ['a WAV file without samples', 'audio_empty', () => written(makeWav([]))],
    [
      'a WAV file that ends in its header',
      'audio_unsupported',
      () => written(makeWav(tone(1)).subarray(0, 30)),
    ],
    [
      'an m4a file whose index was cut off',
      'audio_unsupported',
      async () => written((await readFile(fixture('burst.m4a'))).subarray(0, 2000), 'a.m4a'),
    ],
    [
      'random bytes',
      'audio_unsupported',
      () => written(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31) >> 3))),
    ],
  ])('%s: %s', async (_, code, make) => {
    const path = await make(await temporaryFolder())
    const { code: found, message } = await refusal(path)
    expect(found).toBe(code)
    expect(message).toMatch(/^[^\n]+\.$/)
    expect(message).not.toContain(tmpdir())
  })

  it.each([
    [1, 'only one channel'],
    [6, '6 channels'],
  ])('splitting a file of %i channels', async (channels, words) => {
    const wav = makeWav(tone(0.1, { channels }))
    const { code, message } = await refusal(await written(wav), 'split')
    expect(code).toBe('invalid_input')
    expect(message).toContain(words)
  })

  it.skipIf(process.platform === 'win32' || getuid?.() === 0)(
    'a file that may not be read',
    async () => {
      const path = await written(makeWav(tone(0.1)))
      await chmod(path, 0)
      expect((await refusal(path)).code).toBe('file_unreadable')
    },
  )
})
