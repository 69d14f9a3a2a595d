import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

const segment = (...texts: readonly string[]) => ({
  startMs: 0,
  endMs: texts.length * 100,
  text: texts.join(''),
  noSpeechProbability: 0,
  averageLogProbability: Math.log(0.5),
  tokens: texts.map((text, id) => ({
    id,
    text,
    probability: 0.5,
    startMs: id * 100,
    endMs: id * 100 + 100,
  })),
})

describe('sentencesOf', () => {
  it.each<[string, string[], string[]]>([
    ['two sentences', [' Yes', '.', ' Go', ' on', '?'], [' Yes.', ' Go on?']],
    ['one sentence', [' Go', ' on', '!'], [' Go on!']],
    ['a sentence that was not ended', [' Yes', '.', ' And'], [' Yes.', ' And']],
    ['a number', [' It', ' is', ' 3', '.', '5', '.'], [' It is 3.5.']],
  ])('cuts %s', (_, tokens, expected) => {
    expect(sentencesOf(segment(...tokens)).map(({ text }) => text)).toEqual(expected)
  })

  it('gives each sentence the times and the doubt of its own tokens', () => {
    const [, second] = sentencesOf(segment(' Yes', '.', ' Go'))
    expect(second).toMatchObject({ startMs: 200, endMs: 300 })
    expect(second?.averageLogProbability).toBeCloseTo(Math.log(0.5))
  })
})
