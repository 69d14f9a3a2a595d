import { describe, expect, it } from 'vitest'
import { judgeSeams } from './seams.ts'

const words = (text: string) =>
  text.split(' ').map((word) => ({ word, startMs: null, endMs: null }))

describe('seams', () => {
  it.each([
    ['we ship it now', 'we ship it now', 0, 0],
    ['we ship it now', 'we ship ship it now', 1, 0],
    ['we ship it now', 'we ship it ship it now', 2, 0],
    ['we ship it now', 'we ship now', 0, 1],
    ['we ship it now', 'we really ship it now', 0, 0],
    ['no no', 'no no', 0, 0],
    ['the risk is time we ship it', 'the risk is time the risk we ship it', 2, 0],
  ])('of “%s”, read live as “%s”', (whole, live, repeated, lost) => {
    expect(judgeSeams(words(whole), words(whole), words(live))).toEqual({ repeated, lost })
  })

  it('take words for no repetition that were really said twice', () => {
    const twice = words('two weeks from now two weeks')
    expect(judgeSeams(twice, words('two weeks from now'), twice)).toEqual({ repeated: 0, lost: 0 })
  })
})
