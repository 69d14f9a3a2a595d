import { describe, expect, it } from 'vitest'
import { refuse } from './gates.ts'

const segment = (text: string, noSpeechProbability = 0, probability = 0.9) => ({
  startMs: 0,
  endMs: 1000,
  text,
  noSpeechProbability,
  averageLogProbability: Math.log(probability),
  tokens: [{ id: 1, text, probability, startMs: 0, endMs: 1000 }],
})

describe('refuse', () => {
  it.each([
    [' Good morning everyone.', null],
    [' Yes.', null],
    [' No, no, no.', null],
    [' He said (quietly) that it works.', null],
    ['  ', 'empty'],
    [' [BLANK_AUDIO]', 'not_speech'],
    [' (upbeat music)', 'not_speech'],
    [' *coughs*', 'not_speech'],
    [' ♪ ♪', 'not_speech'],
    [' ...', 'not_speech'],
    [` ${'thank you '.repeat(9)}`, 'loop'],
  ])('%s: %s', (text, expected) => {
    expect(refuse(segment(text))).toBe(expected)
  })

  it('believes the model that nobody spoke only when the words are doubtful too', () => {
    expect(refuse(segment('Thanks for watching.', 0.9, 0.2))).toBe('nobody_spoke')
    expect(refuse(segment('Thanks for watching.', 0.9, 0.9))).toBeNull()
    expect(refuse(segment('Thanks for watching.', 0.1, 0.2))).toBeNull()
  })
})
