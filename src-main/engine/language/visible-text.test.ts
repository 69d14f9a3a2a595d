import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

const rules = { thoughts: [['<think>', '</think>']], stops: ['<|end|>'] } as const

it.each([
  ['words are shown', 'Yes, on Friday.', 'Yes, on Friday.', false],
  ['thoughts are not', '<think>hm, well</think>\n\nYes.', 'Yes.', false],
  ['nor thoughts under way', '<think>hm, we', '', false],
  ['nor what may become one', 'Yes <thi', 'Yes ', false],
  ['nor the end, nor what follows', 'Yes.<|end|>user: and', 'Yes.', true],
  ['nor what may become the end', 'Yes.<|e', 'Yes.', false],
])('%s', (_, written, text, ended) => {
  expect(visibleText(written, rules, true)).toEqual({ text, ended })
})

it('shows what looked like a mark once the reply is over', () => {
  expect(visibleText('a < b and a <', rules, false).text).toBe('a < b and a <')
})

it('never takes back what it has shown', () => {
  const parts = fc.constantFrom('<think>', '</think>', '<|end|>', '<', 'thi', 'a', ' ', '|')
  fc.assert(
    fc.property(fc.array(parts), (list) => {
      const letters = Array.from(list.join(''))
      let before = ''
      for (let length = 0; length <= letters.length; length += 1) {
        const { text } = visibleText(letters.slice(0, length).join(''), rules, true)
        expect(text.startsWith(before)).toBe(true)
        before = text
      }
    }),
  )
})
