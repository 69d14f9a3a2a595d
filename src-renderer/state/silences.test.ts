import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterSilence, silencesIn } from './silences.ts'

const spoken = (...times: ReadonlyArray<readonly [number, number]>) =>
  times.map(([startMs, endMs]) => ({ startMs, endMs }))

describe('silencesIn', () => {
  it.each([
    [
      'the beginning, a pause and the end',
      spoken([5_000, 6_000], [10_000, 11_000]),
      [
        [0, 4_650],
        [6_350, 9_650],
        [11_350, 19_650],
      ],
    ],
    ['no breath', spoken([0, 9_000], [10_000, 19_000]), []],
    ['nothing while another still speaks', spoken([0, 19_500], [1_000, 2_000]), []],
    ['all where nobody speaks', spoken(), [[0, 19_650]]],
  ])('finds %s', (_, segments, expected) => {
    const found = silencesIn(segments, 20_000).map(({ fromMs, toMs }) => [fromMs, toMs])
    expect(found).toEqual(expected)
  })
})

describe('afterSilence', () => {
  const silences = silencesIn(spoken([5_000, 6_000], [10_000, 11_000]), 20_000)
  it.each([
    [0, 4_650],
    [4_650, null],
    [5_500, null],
    [6_400, 9_650],
    [9_649, 9_650],
    [19_700, null],
  ])('from %i ms', (atMs, expected) => {
    expect(afterSilence(silences, atMs)).toBe(expected)
  })

  it('never skips a word, and never stays where it is', () => {
    const times = fc.array(fc.tuple(fc.nat(60_000), fc.nat(5_000)), { maxLength: 30 })
    fc.assert(
      fc.property(times, fc.nat(70_000), (pairs, atMs) => {
        const segments = pairs
          .map(([startMs, length]) => ({ startMs, endMs: startMs + length }))
          .toSorted((a, b) => a.startMs - b.startMs)
        const to = afterSilence(silencesIn(segments, 70_000), atMs)
        if (to === null) return
        expect(to).toBeGreaterThan(atMs)
        expect(segments.some(({ startMs, endMs }) => startMs < to && endMs > atMs)).toBe(false)
      }),
    )
  })
})
