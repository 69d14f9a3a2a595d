import { expect, it } from 'vitest'
import { understand } from './understand.ts'

const heard = (text: string, startMs: number, endMs: number) => ({
  startMs,
  endMs,
  text,
  noSpeechProbability: 0,
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
    refused: [
      {
        rule: 'not_speech',
        startMs: 900,
        endMs: 2000,
        said: { text: '[BLANK_AUDIO]', words: expect.any(Array) },
      },
    ],
  })
})
