import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { flow } from './flow.ts'
import { textParts } from './text-parts.ts'

function said(startMs: number, number: number): Segment {
  const id = SegmentId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-${String(number).padStart(12, '0')}`)
  const rest = { track: 'me', speaker: null, status: 'final' } as const
  return { ...rest, id, startMs, endMs: startMs + 500, text: `Line ${number}.`, words: [] }
}

it('holds everything, in its order, each part once', () => {
  const times = fc.array(fc.nat({ max: 3_600_000 }), { maxLength: 60 })
  fc.assert(
    fc.property(times, (all) => {
      const items = flow(all.toSorted((a, b) => a - b).map(said), [])
      const parts = textParts(items)
      expect(parts.flatMap((part) => part.items)).toEqual(items)
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length)
    }),
  )
})

it('leaves earlier parts as they are when text is added or goes', () => {
  const lines = [0, 100_000, 300_000, 500_000].map(said)
  const keys = (segments: readonly Segment[]) => textParts(flow(segments, [])).map(({ key }) => key)
  expect(keys(lines)).toEqual(['0', '1', '2'])
  expect(keys([...lines, said(800_000, 9)])).toEqual(['0', '1', '2', '3'])
  expect(keys(lines.toSpliced(1, 1))).toEqual(['0', '1', '2'])
})
