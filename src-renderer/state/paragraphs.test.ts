import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { paragraphs, segmentAt } from './paragraphs.ts'

function spoken(
  track: Segment['track'],
  startMs: number,
  endMs: number,
  speaker: string | null = null,
): Segment {
  const id = SegmentId.parse(randomUUID())
  return { id, track, speaker, startMs, endMs, text: 'x', status: 'committed', words: [] }
}

const shape = (segments: readonly Segment[]) =>
  paragraphs(segments).map((paragraph) => paragraph.segments.length)

describe('paragraphs', () => {
  it.each<[string, readonly Segment[], readonly number[]]>([
    ['of nothing are none', [], []],
    ['join what one voice says', [spoken('me', 0, 900), spoken('me', 1000, 1900)], [2]],
    ['part where the track changes', [spoken('me', 0, 900), spoken('them', 1000, 1900)], [1, 1]],
    [
      'part where the speaker changes',
      [spoken('them', 0, 900, 'Ada'), spoken('them', 1000, 1900, 'Bo')],
      [1, 1],
    ],
    ['part at a pause', [spoken('me', 0, 900), spoken('me', 3900, 4900)], [1, 1]],
    [
      'part after half a minute of one voice',
      [spoken('me', 0, 15_000), spoken('me', 15_000, 29_000), spoken('me', 29_000, 31_000)],
      [2, 1],
    ],
    [
      'keep a voice together that two tracks overlap',
      [spoken('me', 0, 5000), spoken('me', 2000, 3000)],
      [2],
    ],
  ])('%s', (_, segments, expected) => {
    expect(shape(segments)).toEqual(expected)
  })

  it('lose no segment and change no order', () => {
    const some = fc.array(
      fc.record({
        track: fc.constantFrom('me' as const, 'them' as const),
        startMs: fc.nat(200_000),
        lengthMs: fc.nat(20_000),
      }),
    )
    fc.assert(
      fc.property(some, (drafts) => {
        const segments = drafts
          .map(({ track, startMs, lengthMs }) => spoken(track, startMs, startMs + lengthMs))
          .toSorted((a, b) => a.startMs - b.startMs)
        expect(paragraphs(segments).flatMap((paragraph) => paragraph.segments)).toEqual(segments)
      }),
    )
  })
})

describe('segmentAt', () => {
  const segments = [spoken('mix', 1000, 2000), spoken('mix', 5000, 6000)]
  it.each([
    ['within a segment', 5500, 1],
    ['in the silence after one', 3000, 0],
    ['before the first word', 0, 0],
    ['after the end', 90_000, 1],
  ])('%s', (_, atMs, index) => {
    expect(segmentAt(segments, atMs)).toBe(segments[index])
  })
  it('finds nothing in nothing', () => {
    expect(segmentAt([], 0)).toBeNull()
  })
})
