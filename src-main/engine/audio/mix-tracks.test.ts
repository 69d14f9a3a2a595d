import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mixTracks } from './mix-tracks.ts'

describe('mixTracks', () => {
  it.each([
    ['nothing', [], []],
    ['one track', [[1, -2]], [1, -2]],
    [
      'a track that ends before the other',
      [
        [1, 2],
        [10, 20, 30],
      ],
      [11, 22, 30],
    ],
    [
      'what is too loud together',
      [
        [30_000, -30_000],
        [30_000, -30_000],
      ],
      [32_767, -32_768],
    ],
  ])('hears %s', (_, tracks, expected) => {
    expect([...mixTracks(tracks.map((track) => Int16Array.from(track)))]).toEqual(expected)
  })

  it('hears the same whichever track is named first', () => {
    const track = fc.array(fc.integer({ min: -32_768, max: 32_767 }), { maxLength: 40 })
    fc.assert(
      fc.property(track, track, (a, b) => {
        const [one, other] = [Int16Array.from(a), Int16Array.from(b)]
        expect(mixTracks([one, other])).toEqual(mixTracks([other, one]))
      }),
    )
  })
})
