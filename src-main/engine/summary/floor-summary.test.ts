import { expect, it } from 'vitest'
import { InsightId } from '#contract/ids.ts'
import type { Insight } from '#contract/insight.ts'
import { floorSummary } from './floor-summary.ts'
import { citationOf } from '../evidence/citation-of.ts'
import { parseTemplate } from './template.ts'
import { longMeeting, said } from './testing/long-meeting.ts'

const template = parseTemplate(
  'test.md',
  '# T\n## Overview | Panoramica\n## Decisions | Decisioni\nWithout a model: decisions\n## Open\nWithout a model: questions',
)

function decision(text: string, segment: ReturnType<typeof said>): Insight {
  return {
    id: InsightId.parse(segment.id),
    author: 'rules',
    kind: 'decision',
    text,
    citations: [citationOf(segment)],
    changes: null,
  }
}

it('says nothing that was not said, each line with its place, in the order of the meeting', () => {
  const segments = longMeeting(60)
  const [overview] = floorSummary(segments, [], template, 'en').sections
  const lines = overview?.lines ?? []
  expect(lines.length).toBeGreaterThan(3)
  for (const { text, citations } of lines) {
    const source = segments.find(({ id }) => id === citations[0]?.segmentId)
    expect(source?.text).toContain(text)
  }
  const starts = lines.map(({ citations }) => citations[0]?.startMs ?? 0)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length)
})

it('prefers what others lead to, and says it once', () => {
  const about = (place: string) =>
    `The harbour project needs permission from the city for ${place}.`
  const segments = [
    said(1, 0, about('building')),
    said(2, 5_000, about('building')),
    said(3, 10_000, 'My umbrella got lost yesterday evening somewhere.'),
    said(4, 15_000, 'The city gives permission for the harbour project in autumn.'),
  ]
  const [overview] = floorSummary(segments, [], template, 'en').sections
  expect(overview?.lines).toHaveLength(1)
  expect(overview?.lines[0]?.text).toContain('harbour project')
})

it('fills its sections from what was found, unless the text is gone, and titles them in Italian', () => {
  const segments = [said(1, 0, 'We use the second plan.'), said(2, 5_000, 'Good.')]
  const gone = said(3, 9_000, 'Gone.')
  const insights = segments.slice(0, 1).map((one) => decision('We use the second plan.', one))
  const { sections } = floorSummary(
    segments,
    [...insights, decision('Gone.', gone)],
    template,
    'it',
  )
  expect(sections.map(({ title }) => title)).toEqual(['Panoramica', 'Decisioni', 'Open'])
  expect(sections[1]?.lines.map(({ text }) => text)).toEqual(['We use the second plan.'])
  expect(sections[2]?.lines).toEqual([])
})

it.each([
  [[], 0],
  [[said(1, 0, 'Yes')], 1],
  [[said(1, 0, '   ')], 0],
])('is content with next to nothing', (segments, lines) => {
  expect(floorSummary(segments, [], template, 'en').sections[0]?.lines).toHaveLength(lines)
})

it('takes ten hours as well', () => {
  const segments = longMeeting(600)
  const lines = floorSummary(segments, [], template, 'en').sections[0]?.lines ?? []
  expect(lines.length).toBeGreaterThan(5)
})
