import { describe, expect, it } from 'vitest'
import { isPromptEcho } from './prompt-echo.ts'

const prompt = ' Anna, Marco, billing system. We agreed to cancel the contract.'
const vocabulary = ['Anna', 'Marco', 'billing system']

describe('isPromptEcho', () => {
  it.each([
    ['we agreed to cancel the contract', 0.9, true],
    ['Agreed to cancel the contract!', 0.9, true],
    ['the contract', 0.9, false],
    ['We agreed to cancel', 0.9, false],
    ['We agreed to cancel the contract now.', 0.9, false],
    ['', 0, false],
  ])('refuses the end of the prompt when it is long: %j', (text, voiceShare, echo) => {
    expect(isPromptEcho({ text, prompt, vocabulary, voiceShare })).toBe(echo)
  })

  it.each([
    ['Anna, Marco.', 0.05, true],
    ['Marco. Billing system, Anna.', 0.1, true],
    ['Anna, Marco.', 0.6, false],
    ['Anna?', 0.05, false],
    ['Anna and Marco.', 0.05, false],
  ])('refuses terms in a row where hardly anybody spoke: %j at %d', (text, voiceShare, echo) => {
    expect(isPromptEcho({ text, prompt, vocabulary, voiceShare })).toBe(echo)
  })

  it('needs fewer words when they are long and rare', () => {
    const rare = { prompt: ' Kowalczyk, Nakamura, Priyanka.', vocabulary: [], voiceShare: 0.9 }
    expect(isPromptEcho({ ...rare, text: 'Kowalczyk Nakamura Priyanka' })).toBe(true)
    expect(
      isPromptEcho({ ...rare, prompt: ' so thank you very much', text: 'Thank you very much.' }),
    ).toBe(false)
  })

  it('refuses nothing where nothing was told', () => {
    expect(isPromptEcho({ text: 'Anna, Marco.', prompt: '', vocabulary, voiceShare: 0 })).toBe(
      false,
    )
  })
})
