import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { hearWords, timedSample, wordTimeErrors } from '../../testing/word-times.ts'
import type { DecodeStyle } from './recognizer.ts'
import { whisperWork } from './whisper.native.ts'

const modelPath = fileURLToPath(
  new URL('../../../models/test-speech/rtstt-test-en.bin', import.meta.url),
)

const half = (errors: readonly number[]): number =>
  errors.map(Math.abs).toSorted((one, other) => one - other)[errors.length >> 1] ?? Infinity

it.each<DecodeStyle>(['live', 'final'])(
  'half of all words begin and end within 80 ms of where they do, %s',
  async (style) => {
    const work = whisperWork('')
    const asked = { modelPath, language: 'en', prompt: '', threads: 1, fullContext: false }
    const sample = timedSample('words-40s')
    const heard = await hearWords(sample, style, (samples) =>
      work.decode({ ...asked, samples, style }, new AbortController().signal),
    )
    const { starts, ends } = wordTimeErrors(sample.words, heard)
    // Enough words must be right for the rest to say something.
    expect(starts.length).toBeGreaterThan(0.9 * sample.words.length)
    expect(half(starts)).toBeLessThanOrEqual(80)
    expect(half(ends)).toBeLessThanOrEqual(80)
    const times = heard.flatMap(({ startMs, endMs }) => [startMs, endMs])
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  },
)
