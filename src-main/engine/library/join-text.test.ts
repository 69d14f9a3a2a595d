import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { InsightId, MeetingId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { joinText, type TextPart } from './join-text.ts'

const ids = {
  newSegmentId: () => SegmentId.parse(randomUUID()),
  newRefusalId: () => RefusalId.parse(randomUUID()),
  newInsightId: () => InsightId.parse(randomUUID()),
}

function said(startMs: number, text: string): Segment {
  const place = { startMs, endMs: startMs + 500 }
  const words = [{ text, ...place, confidence: 0.9 }]
  const id = ids.newSegmentId()
  return { id, track: 'me', speaker: 'Ada', ...place, text, status: 'final', words }
}

function part(fromMs: number, change: Partial<TextPart> = {}): TextPart {
  return { fromMs, segments: [], written: new Set(), refusals: [], insights: [], ...change }
}

it('shifts every word and keeps none of the old names', () => {
  const starts = fc.array(fc.nat(10_000), { maxLength: 5 })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100_000), starts), { maxLength: 4 }), (shape) => {
      const parts = shape.map(([fromMs, at]) =>
        part(fromMs, { segments: at.map((ms) => said(ms, 'word')) }),
      )
      const { segments } = joinText(parts, ids)
      expect(segments.map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
        shape.flatMap(([fromMs, at]) => at.map((ms) => [ms + fromMs, ms + fromMs + 500])),
      )
      for (const { startMs, words } of segments) expect(words[0]?.startMs).toBe(startMs)
      const old = new Set(parts.flatMap((of) => of.segments.map(({ id }) => id)))
      expect(segments.some(({ id }) => old.has(id))).toBe(false)
    }),
  )
})

it('still knows what a person has written, and what was held back', () => {
  const [own, other] = [said(0, 'mine'), said(600, 'theirs')]
  const refusal = {
    id: ids.newRefusalId(),
    meetingId: MeetingId.parse(randomUUID()),
    track: 'me' as const,
    rule: 'silence',
    startMs: 100,
    endMs: 200,
    text: 'thank you',
    segmentId: null,
  }
  const joined = joinText(
    [
      part(1_000, {
        segments: [own, other],
        written: new Set([own.id]),
        refusals: [refusal, { ...refusal, segmentId: other.id }],
      }),
    ],
    ids,
  )
  expect(joined.written.map(({ text }) => text)).toEqual(['mine'])
  expect(joined.refusals).toMatchObject([{ startMs: 1_100, endMs: 1_200, text: 'thank you' }])
})

it('carries what persons made of an insight, at its new place, and leaves the rest to be found again', () => {
  const segment = said(300, 'we ship on Friday')
  const citation = { segmentId: segment.id, startMs: 300, endMs: 800 }
  const question = {
    id: ids.newInsightId(),
    kind: 'question' as const,
    author: 'rules' as const,
    text: 'when do we ship',
    citations: [citation],
    answer: { text: 'on Friday', citations: [citation] },
  }
  const tracks = { [segment.id]: 'me' as const }
  const known = { found: question, written: {}, dismissed: false, tracks }
  const { insights, segments } = joinText(
    [
      part(5_000, {
        segments: [segment],
        insights: [known, { ...known, written: { text: 'When do we ship?' } }],
      }),
    ],
    ids,
  )
  const moved = { segmentId: segments[0]?.id, startMs: 5_300, endMs: 5_800 }
  expect(insights).toHaveLength(1)
  expect(insights[0]).toMatchObject({
    found: { citations: [moved], answer: { citations: [moved] } },
    written: { text: 'When do we ship?' },
    tracks: { [segments[0]?.id ?? '']: 'me' },
  })
})
