import fc from 'fast-check'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { flow, type FlowItem } from './flow.ts'
import type { Mark } from './marks.ts'

function segment(startMs: number): Segment {
  const id = SegmentId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-${String(startMs).padStart(12, '0')}`)
  const times = { startMs, endMs: startMs + 900 }
  return { id, track: 'me', speaker: null, ...times, text: 'yes', status: 'committed', words: [] }
}

function mark(atMs: number): Mark {
  return { kind: 'missing', track: 'me', atMs, lengthMs: 400, cause: 'device_changed' }
}

function read(items: readonly FlowItem[]): readonly (number | string)[] {
  return items.flatMap((item): readonly (number | string)[] =>
    item.kind === 'mark'
      ? [`missing ${item.mark.atMs}`]
      : item.paragraph.segments.map(({ startMs }) => startMs),
  )
}

it('opens a paragraph where something is missing, and puts the mark between', () => {
  const items = flow([segment(0), segment(1_000), segment(2_000)], [mark(1_500), mark(9_000)])
  expect(read(items)).toEqual([0, 1_000, 'missing 1500', 2_000, 'missing 9000'])
  expect(items.map(({ kind }) => kind)).toEqual(['paragraph', 'mark', 'paragraph', 'mark'])
})

it('keeps every segment and every mark, each in its order', () => {
  const times = fc.uniqueArray(fc.nat(50_000)).map((all) => all.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(times, times, (starts, places) => {
      const items = read(flow(starts.map(segment), places.map(mark)))
      expect(items.filter((item) => typeof item === 'number')).toEqual(starts)
      expect(items.filter((item) => typeof item === 'string')).toEqual(
        places.map((atMs) => `missing ${atMs}`),
      )
    }),
  )
})
