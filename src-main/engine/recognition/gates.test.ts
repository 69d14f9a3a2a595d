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
    [` ${'we have to go '.repeat(3)}`, 'loop'],
    [' Thank you. Thank you.', null],
    [' Thanks for watching!', null],
  ])('%s: %s', (text, expected) => {
    expect(refuse(segment(text), 1)).toBe(expected)
  })

  it('doubts what films end with only where hardly a voice was heard, or in a short and doubtful sound', () => {
    const short = { ...segment('Thank you.', 0, 0.4), endMs: 900 }
    expect(refuse(segment(' Thanks for watching!'), 0.2)).toBe('media_phrase')
    expect(refuse(segment(' Thanks for the budget!'), 0.2)).toBeNull()
    expect(refuse(segment(' Thanks for watching!'), null)).toBeNull()
    expect(refuse(short, 1)).toBe('media_phrase')
    expect(refuse({ ...short, endMs: 2000 }, 1)).toBeNull()
  })

  it('refuses text that repeats itself in other ways than word by word', () => {
    const parts = ['the meeting about the budget', 'the budget of the meeting']
    const text = Array.from({ length: 12 }, (_, index) => parts[index % 2]).join(' and ')
    expect(refuse({ ...segment(text), endMs: 60_000 }, 1)).toBe('repetitive')
  })

  it('refuses more words than anybody can say in the time', () => {
    const token = { id: 1, text: ' word', probability: 0.9, startMs: 0, endMs: 100 }
    const spoken = (tokens: number) => ({
      ...segment('The budget for the customer dashboard is twenty thousand euros this year'),
      tokens: Array.from({ length: tokens }, () => token),
    })
    expect(refuse(spoken(14), 1)).toBe('too_fast')
    expect(refuse({ ...spoken(14), endMs: 2000 }, 1)).toBeNull()
    expect(refuse(spoken(11), 1)).toBeNull()
  })

  it('believes the model that nobody spoke only when the words are doubtful too', () => {
    expect(refuse(segment('Thanks for watching.', 0.9, 0.2), 1)).toBe('nobody_spoke')
    expect(refuse(segment('Thanks for watching.', 0.9, 0.9), 1)).toBeNull()
    expect(refuse(segment('Thanks for the budget.', 0.1, 0.2), 1)).toBeNull()
  })
})
