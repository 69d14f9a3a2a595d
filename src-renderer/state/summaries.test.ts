import { describe, expect, it } from 'vitest'
import { MeetingId, SegmentId, SummaryId } from '#contract/ids.ts'
import type { Summary } from '#contract/summary.ts'
import {
  applyToSummaries,
  changeSummary,
  edited,
  summariesLost,
  summaryAnswered,
  summaryText,
  toLines,
} from './summaries.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const place = {
  segmentId: SegmentId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000009'),
  startMs: 0,
  endMs: 500,
}
const sections = [
  {
    title: 'Overview',
    lines: [
      { text: 'First.', citations: [place] },
      { text: 'Second.', citations: [place] },
    ],
  },
  { title: 'Decisions', lines: [{ text: 'Third.', citations: [place] }] },
]
const summary: Summary = {
  id: SummaryId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000021'),
  meetingId,
  revision: 1,
  writtenAt: '2026-11-20T10:00:00.000Z',
  author: 'rules',
  model: null,
  without: 'None here.',
  template: 'general',
  language: 'en',
  state: 'final',
  outdated: false,
  title: null,
  sections,
  dropped: 0,
}

describe('summaries', () => {
  it('are written step by step, and then count', () => {
    const step = { type: 'summary.progressed', meetingId, share: 0.5, draft: 'So far' } as const
    const writing = applyToSummaries({}, step)
    expect(writing[meetingId]?.writing).toEqual({ share: 0.5, draft: 'So far' })
    const known = applyToSummaries(writing, { type: 'summary.changed', summary })
    expect(known[meetingId]).toEqual({ phase: 'whole', problem: null, summary, writing: null })
    expect(applyToSummaries(known, { type: 'meeting.deleted', meetingId })).toEqual({})
  })

  it('are taken from an answer unless an event has told more since', () => {
    const reading = changeSummary({}, meetingId, { phase: 'reading' })
    const answer = { phase: 'whole', summary: null } as const
    expect(summaryAnswered(reading, meetingId, answer)[meetingId]?.phase).toBe('whole')
    const told = applyToSummaries(reading, { type: 'summary.changed', summary })
    expect(summaryAnswered(told, meetingId, answer)).toBe(told)
  })

  it('stay when the connection is lost, though nobody knows whether one is being written', () => {
    const step = { type: 'summary.progressed', meetingId, share: 0.5, draft: '' } as const
    const known = applyToSummaries({}, { type: 'summary.changed', summary })
    const lost = summariesLost(applyToSummaries(known, step))
    expect(lost[meetingId]).toMatchObject({ phase: 'unread', summary, writing: null })
  })

  it('keep what unchanged lines rest on when a person writes', () => {
    expect(sections.map(toLines)).toEqual(['First.\nSecond.', 'Third.'])
    expect(edited(sections, sections.map(toLines))).toEqual(sections)
    expect(edited(sections, ['Mine.\n\n  Second. ', ''])).toEqual([
      {
        title: 'Overview',
        lines: [
          { text: 'Mine.', citations: [] },
          { text: 'Second.', citations: [place] },
        ],
      },
      { title: 'Decisions', lines: [] },
    ])
  })

  it('are copied as plain text', () => {
    expect(summaryText(sections)).toBe('Overview\n- First.\n- Second.\n\nDecisions\n- Third.')
  })
})
