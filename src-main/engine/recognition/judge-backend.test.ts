import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge, type Trial } from './judge-backend.ts'

const said = 'The support load grew by twenty percent in March, and Daniel will present the notes.'
const yardstick = { text: said, ms: 200 }

function decoded(text: string, ms = 50, onProcessor = false): Trial {
  return { kind: 'decoded', text, ms, onProcessor }
}

describe('a back end that was tried', () => {
  it('is usable when it decodes what the processor does, and its speed is told', () => {
    expect(judge(decoded(said), yardstick)).toEqual({ state: 'usable', speed: 4 })
  })

  it('may write a doubtful word, a capital or a comma differently', () => {
    const text = said.toLowerCase().replace(',', '').replace('twenty', 'twenties')
    expect(judge(decoded(text), yardstick).state).toBe('usable')
  })

  it.each([
    ['says nothing', decoded(''), /14 of 14|15 of 15/],
    ['says something else', decoded('!!!! the the the the the the the'), /other words/],
    ['stops early', decoded('The support load grew by twenty'), /other words/],
    ['says it twice', decoded(`${said} ${said}`), /other words/],
    ['leaves the work to the processor', decoded(said, 50, true), /took no model/],
    [
      'ends its process',
      { kind: 'died', stage: 'loading', reason: 'SIGSEGV' },
      /while the model was loaded onto it \(SIGSEGV\)/,
    ],
    [
      'hangs',
      { kind: 'hung', stage: 'decoding', reason: 'no answer for 60 s' },
      /while it decoded/,
    ],
    [
      'has too little memory',
      { kind: 'failed', stage: 'loading', reason: 'There is not enough memory.' },
      /not enough memory/,
    ],
  ] as const)('is disabled when it %s', (_, trial, reason) => {
    const verdict = judge(trial, yardstick)
    expect(verdict).toMatchObject({ state: 'disabled', reason: expect.stringMatching(reason) })
  })

  it('is never usable with nothing but words of its own', () => {
    const word = fc.stringMatching(/^x[a-z]{1,8}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(judge(decoded(words.join(' ')), yardstick).state).toBe('disabled')
      }),
    )
  })
})
