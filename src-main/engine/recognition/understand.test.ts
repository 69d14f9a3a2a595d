import { expect, it } from 'vitest'
import { understand } from './understand.ts'

const heard = (text: string, startMs: number, endMs: number) => ({
  startMs,
  endMs,
  text,
  noSpeechProbability: 0,
  averageLogProbability: -0.1,
  tokens: [{ id: 1, text, probability: 0.9, startMs, endMs }],
})

it('keeps what was said and reports what it held back, with its place', () => {
  const segments = [
    heard(' Hello.', 200, 900),
    heard(' [BLANK_AUDIO]', 900, 2000),
    heard(' ', 0, 9),
  ]
  const understood = understand({
    segments,
    language: 'en',
    promptTokens: [],
    pauses: [],
    aborted: false,
    timings: { encodeMs: 0, decodeMs: 0 },
  })
  expect(understood).toEqual({
    spoken: [
      {
        text: 'Hello.',
        startMs: 200,
        endMs: 900,
        words: [{ text: 'Hello.', startMs: 200, endMs: 900, confidence: expect.closeTo(0.9) }],
      },
    ],
    refused: [{ rule: 'not_speech', text: '[BLANK_AUDIO]', startMs: 900, endMs: 2000 }],
    doubtful: false,
  })
})

const decoding = (...segments: ReturnType<typeof heard>[]) => ({
  segments,
  language: 'en',
  promptTokens: [],
  pauses: [],
  aborted: false,
  timings: { encodeMs: 0, decodeMs: 0 },
})

it('holds back single words where nobody was heard', () => {
  const two = {
    ...heard(' Hello there.', 0, 3000),
    tokens: [
      { id: 1, text: ' Hello', probability: 0.9, startMs: 0, endMs: 600 },
      { id: 2, text: ' there.', probability: 0.9, startMs: 2000, endMs: 2600 },
    ],
  }
  const { spoken, refused } = understand(decoding(two), (startMs) => (startMs > 1500 ? 0 : 1))
  expect(spoken.map(({ text }) => text)).toEqual(['Hello'])
  expect(refused).toMatchObject([{ rule: 'unvoiced', text: 'there.' }])
})

it('asks for another decode where the first one may be to blame', () => {
  expect(understand(decoding(heard(' so so so so so so', 0, 2000))).doubtful).toBe(true)
  expect(understand(decoding(heard(' (music)', 0, 2000))).doubtful).toBe(false)
})
