import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordErrors } from '../../src-main/testing/word-errors.ts'
import { alignWords, type TimedWord } from './align-words.ts'

function untimed(text: string): TimedWord[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ word, startMs: null, endMs: null }))
}

function told(said: string, heard: string): string {
  const [a, b] = [untimed(said), untimed(heard)]
  const name = (words: readonly TimedWord[], at: number | null): string =>
    at === null ? '-' : (words[at]?.word ?? '?')
  return alignWords(a, b)
    .map((pair) => `${name(a, pair.said)}=${name(b, pair.heard)}`)
    .join(' ')
}

describe('aligning words', () => {
  it.each([
    ['we ship it', 'we ship it', 'we=we ship=ship it=it'],
    ['we ship it', 'we it', 'we=we ship=- it=it'],
    ['we ship it', 'we skip it', 'we=we ship=skip it=it'],
    ['we ship', 'we will ship', 'we=we -=will ship=ship'],
    ['', 'no', '-=no'],
    ['yes', '', 'yes=-'],
  ])('pairs “%s” with “%s”', (said, heard, pairs) => {
    expect(told(said, heard)).toBe(pairs)
  })

  it('does not take the same word said much later for this one', () => {
    const at = (startMs: number): TimedWord => ({ word: 'okay', startMs, endMs: startMs + 300 })
    expect(alignWords([at(1000), at(20_000)], [at(20_100)])).toEqual([
      { said: 0, heard: null },
      { said: 1, heard: 0 },
    ])
    expect(alignWords([at(1000)], [at(20_000)])).toHaveLength(2)
  })

  it('finds as few differences as counting them does, and leaves no word out', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(texts, texts, (said, heard) => {
        const [a, b] = [untimed(said.join(' ')), untimed(heard.join(' '))]
        const pairs = alignWords(a, b)
        const differing = pairs.filter(
          (pair) => a[pair.said ?? -1]?.word !== b[pair.heard ?? -1]?.word,
        ).length
        const { substituted, deleted, inserted } = wordErrors(said.join(' '), heard.join(' '))
        expect(differing).toBe(substituted + deleted + inserted)
        expect(pairs.flatMap((pair) => pair.said ?? [])).toEqual([...a.keys()])
        expect(pairs.flatMap((pair) => pair.heard ?? [])).toEqual([...b.keys()])
      }),
    )
  })
})
