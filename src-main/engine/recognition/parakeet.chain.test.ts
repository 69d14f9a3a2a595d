import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { tinyParakeet } from '#native/recognition/testing/tiny-parakeet.ts'
import { timedSample } from '../../testing/word-times.ts'
import { whisperWork } from './whisper.native.ts'
import { wordsOf } from './words.ts'

it('decodes a Parakeet model like any other, live and as a file, with words in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-parakeet-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const modelPath = join(folder, 'model.bin')
  writeFileSync(modelPath, tinyParakeet())
  const work = whisperWork('')
  expect(await work.load(modelPath)).toMatchObject({ family: 'parakeet', backend: 'CPU' })

  const samples = timedSample('words-40s').sound.slice(0, 10 * 16_000)
  for (const style of ['live', 'final'] as const) {
    const asked = { language: 'en', prompt: 'Anna', threads: null, fullContext: false, style }
    const signal = new AbortController().signal
    const decoding = await work.decode({ ...asked, modelPath, samples }, signal)
    expect(decoding).toMatchObject({ aborted: false, language: 'en', promptTokens: [] })
    // The first sentence follows a second of silence.
    expect(decoding.pauses[0]?.startMs).toBe(0)
    // Random words would not pass the gates.
    const words = decoding.segments.flatMap((segment) =>
      wordsOf(segment.text, segment.tokens, segment, decoding.pauses),
    )
    expect(words.length).toBeGreaterThan(3)
    const times = words.flatMap(({ startMs, endMs }) => [startMs, endMs])
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(times.at(-1)).toBeLessThanOrEqual(10_000)
  }
})
