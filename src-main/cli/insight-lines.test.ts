import { expect, it } from 'vitest'
import { InsightId, MeetingId, SegmentId } from '#contract/ids.ts'
import type { Action, Insight, Understanding } from '#contract/insight.ts'
import { carriedLines, insightLines } from './insight-lines.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const segmentId = SegmentId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')
const found = (startMs: number) => ({
  id: InsightId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000003'),
  author: 'rules' as const,
  citations: [{ segmentId, startMs, endMs: startMs + 1 }],
})
const action: Action = {
  ...found(5000),
  kind: 'action',
  text: 'Send the report',
  owner: 'Anna',
  due: { text: 'by Friday', date: '2026-11-27' },
  done: false,
}
const byRules: Understanding = { model: null, without: 'None is here.', dropped: 0, readMs: 1 }
const lines = (...insights: Insight[]) =>
  insightLines({ meetingId, understanding: byRules, insights })

it('what matters stands under its kind, with its time, owner and day', () => {
  expect(
    lines(action, { ...found(65_000), kind: 'question', text: 'Who pays?', answer: null }),
  ).toEqual([
    'Action items',
    '     0:05  [ ] Send the report (Anna; by Friday, 2026-11-27)',
    'Questions',
    '     1:05  Who pays?  (open)',
    '',
    '(by rules, without a language model: None is here.)',
  ])
})

it('an action of which little is known says little', () => {
  expect(lines({ ...action, owner: null, due: null, done: true })).toContain(
    '     0:05  [x] Send the report',
  )
})

it('what a person wrote without a place has no time', () => {
  const written: Action = { ...action, author: 'person', citations: [], owner: null, due: null }
  expect(lines(written)).toContain('           [ ] Send the report')
})

it('only words that stand out have a tone', () => {
  const tone = (score: number): Insight => ({
    ...found(0),
    kind: 'tone',
    startMs: 0,
    endMs: 1,
    score,
  })
  expect(lines(tone(0.1))).not.toContain('Tone')
  expect(lines(tone(-0.6))).toContain('     0:00  negative words')
})

it('says that nothing was found', () => {
  expect(lines()[0]).toBe('Nothing was found.')
})

it('what is left over names the meeting it comes from', () => {
  const inMeeting = { meetingId, meetingTitle: 'Weekly', startedAt: '2026-11-20T10:00:00.000Z' }
  expect(carriedLines({ actions: [{ ...inMeeting, insight: action }], decisions: [] })).toEqual([
    'Still to do',
    '  [ ] Send the report (Anna; by Friday, 2026-11-27)  Weekly, 2026-11-20',
  ])
  expect(carriedLines({ actions: [], decisions: [] })).toHaveLength(1)
})
