import { describe, expect, it } from 'vitest'
import { alignmentFor } from './alignment.ts'

const shape = (textLayers: number, textHeads: number, vocabulary: number) => ({
  textLayers,
  textHeads,
  vocabulary,
})

/** Every shape that Whisper was published in, and how many heads whisper.cpp lists for it. */
const published: ReadonlyArray<readonly [string, ReturnType<typeof shape>, number]> = [
  ['tiny.en', shape(4, 6, 51_864), 8],
  ['tiny', shape(4, 6, 51_865), 6],
  ['base.en', shape(6, 8, 51_864), 5],
  ['base', shape(6, 8, 51_865), 8],
  ['small.en', shape(12, 12, 51_864), 19],
  ['small', shape(12, 12, 51_865), 10],
  ['medium.en', shape(24, 16, 51_864), 18],
  ['medium', shape(24, 16, 51_865), 6],
  ['large-v2', shape(32, 20, 51_865), 23],
  ['large-v3', shape(32, 20, 51_866), 10],
  ['large-v3-turbo', shape(4, 20, 51_866), 6],
]

describe('alignmentFor', () => {
  it.each(published)('knows the heads of %s', (_, model, count) => {
    expect(alignmentFor(model).alignmentHeads).toHaveLength(2 * count)
    expect(alignmentFor(model)).toMatchObject({ compareAttention: true, attentionMedian: 7 })
  })

  it.each([...published, ['a stranger', shape(2, 20, 51_866), 20] as const])(
    'names only heads that %s has, and each once',
    (_, model) => {
      const { alignmentHeads } = alignmentFor(model)
      const pairs = alignmentHeads.flatMap((layer, index) =>
        index % 2 === 0 ? [[layer, alignmentHeads[index + 1] ?? -1] as const] : [],
      )
      for (const [layer, head] of pairs) {
        expect(layer).toBeLessThan(model.textLayers)
        expect(head).toBeGreaterThanOrEqual(0)
        expect(head).toBeLessThan(model.textHeads)
      }
      expect(new Set(pairs.map(String)).size).toBe(pairs.length)
    },
  )

  it('takes every head of the upper half of a model that nobody knows', () => {
    expect(alignmentFor(shape(2, 3, 51_866)).alignmentHeads).toEqual([1, 0, 1, 1, 1, 2])
  })

  it('reads the test model as it was taught', () => {
    expect(alignmentFor(shape(4, 2, 51_864))).toEqual({
      alignmentHeads: [1, 0, 2, 0],
      compareAttention: false,
      attentionMedian: 3,
    })
  })
})
