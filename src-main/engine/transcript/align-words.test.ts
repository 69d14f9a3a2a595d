import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alignWords } from './align-words.ts'

const words = (text: string, everyMs = 300) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word, index) => ({ text: word, startMs: index * everyMs }))
const same = (a: string, b: string): boolean => a === b

it.each([
  ['the same text', 'a b c', 'a b c', 'a b c'],
  ['a word that was misheard', 'a x c', 'a b c', 'a c'],
  ['a word that was missed', 'a c', 'a b c', 'a c'],
  ['a word too many', 'a b b c', 'a b c', 'a b c'],
  ['nothing in common', 'a b', 'c d', ''],
  ['nothing at all', '', '', ''],
])('finds again: %s', (_, before, after, common) => {
  const [from, to] = [words(before), words(after)]
  const found = alignWords(from, to, same)
  expect(found.map(([i]) => from[i]?.text).join(' ')).toBe(common)
  expect(found.map(([, j]) => to[j]?.text).join(' ')).toBe(common)
})

it('does not take a word that was said long after for the same', () => {
  expect(
    alignWords([{ text: 'the', startMs: 0 }], [{ text: 'the', startMs: 9_000 }], same),
  ).toEqual([])
})

it('finds words in order, each once, and all of a text that only lost words', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 25 })
  fc.assert(
    fc.property(text, fc.array(fc.boolean(), { maxLength: 25 }), (all, keep) => {
      const whole = words(all.join(' '), 10)
      const some = whole.filter((_, index) => keep[index] ?? true)
      const found = alignWords(some, whole, same)
      expect(found).toHaveLength(some.length)
      for (const [at, [i, j]] of found.entries()) {
        const [before = -1, after = -1] = found[at - 1] ?? []
        expect(i).toBeGreaterThan(before)
        expect(j).toBeGreaterThan(after)
        expect(some[i]?.text).toBe(whole[j]?.text)
      }
    }),
  )
})
