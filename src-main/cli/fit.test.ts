import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fit, fitEnd, widthOf } from './fit.ts'

it.each([
  ['abc', 5, 'abc', 'abc'],
  ['abcdef', 3, 'abc', '…ef'],
  ['日本語', 4, '日本', '…語'],
  ['日本語', 3, '日', '…語'],
  ['a\nb\u001b[2K', 9, 'a b [2K', 'a b [2K'],
  ['été', 2, 'ét', '…é'],
  ['🎙️ on', 4, '🎙️ o', '… on'],
  ['abc', 0, '', ''],
])('cuts “%s” to %d columns', (text, columns, begin, end) => {
  expect(fit(text, columns)).toBe(begin)
  expect(fitEnd(text, columns)).toBe(end)
})

const pieces = [
  'a',
  ' ',
  '日',
  '🎙️',
  'e\u0301',
  '👩‍👩‍👧',
  '\u001B[2K',
  '\r',
  '\uD83C',
  '\u2028',
  'ﬁ',
  '한',
]
const texts = fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join(''))

it('never takes more columns than there are, and nothing that moves the cursor', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 30 }), (text, columns) => {
      for (const shown of [fit(text, columns), fitEnd(text, columns)]) {
        expect(widthOf(shown)).toBeLessThanOrEqual(columns)
        // oxlint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/)
      }
    }),
  )
})
