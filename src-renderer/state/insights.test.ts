import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { InsightId, MeetingId, SegmentId } from '#contract/ids.ts'
import type { Decision, Insight, Understanding } from '#contract/insight.ts'
import {
  applyToInsights,
  insightsBegan,
  insightsEnded,
  insightsFailed,
  insightsLost,
  ofKind,
  withInsight,
} from './insights.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const understanding: Understanding = { model: null, without: 'None here.', dropped: 0, readMs: 0 }
const id = (number: number) => InsightId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000010${number}`)

function decision(number: number, text = `Decision ${number}`): Decision {
  const segmentId = SegmentId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000009')
  const startMs = number * 1_000
  const citations = [{ segmentId, startMs, endMs: startMs + 500 }]
  return { id: id(number), author: 'rules', kind: 'decision', text, changes: null, citations }
}

function changed(insights: Insight[], removed: InsightId[] = [], readMs = 0): EngineEvent {
  const now = { ...understanding, readMs }
  return { type: 'insights.changed', meetingId, understanding: now, removed, insights }
}

describe('insights', () => {
  it('come, change in their place and go', () => {
    const two = applyToInsights({}, changed([decision(1), decision(2)]))
    const known = applyToInsights(two, changed([decision(1, 'Better'), decision(3)], [id(2)], 9))
    expect(known[meetingId]?.insights).toEqual([decision(1, 'Better'), decision(3)])
    expect(known[meetingId]?.understanding?.readMs).toBe(9)
    expect(applyToInsights(known, { type: 'meeting.deleted', meetingId })).toEqual({})
  })

  it('that are told while the rest is read are laid over the answer', () => {
    const reading = insightsBegan({}, meetingId)
    const told = applyToInsights(reading, changed([decision(1, 'Newer')], [id(2)], 9))
    const known = insightsEnded(told, {
      meetingId,
      understanding,
      insights: [decision(1), decision(2), decision(3)],
    })
    expect(known[meetingId]?.phase).toBe('whole')
    expect(known[meetingId]?.insights).toEqual([decision(1, 'Newer'), decision(3)])
    expect(known[meetingId]?.understanding?.readMs).toBe(9)
  })

  it('that went and came back while the rest was read are there', () => {
    const gone = applyToInsights(insightsBegan({}, meetingId), changed([], [id(1)]))
    const back = applyToInsights(gone, changed([decision(1)]))
    const known = insightsEnded(back, { meetingId, understanding, insights: [] })
    expect(known[meetingId]?.insights).toEqual([decision(1)])
  })

  it('that a person changed while the rest was read stay so', () => {
    const reading = insightsBegan({}, meetingId)
    const edited = withInsight(reading, meetingId, { gone: [], there: [decision(1, 'Mine')] })
    const known = insightsEnded(edited, { meetingId, understanding, insights: [decision(1)] })
    expect(known[meetingId]?.insights).toEqual([decision(1, 'Mine')])
  })

  it('stay when the connection is lost, and must be read again', () => {
    const lost = insightsLost(applyToInsights({}, changed([decision(1)])))
    expect(lost[meetingId]).toMatchObject({ phase: 'unread', insights: [decision(1)] })
  })

  it.each([
    [null, 'unread'],
    ['No such meeting.', 'failed'],
  ] as const)('that cannot be read for %j are %s', (problem, phase) => {
    expect(insightsFailed({}, meetingId, problem)[meetingId]).toMatchObject({ phase, problem })
  })

  it('of a kind stand in the order in which they were said, keywords by weight', () => {
    const word = (number: number, weight: number): Insight => {
      const { citations } = decision(number)
      const found = { id: id(number), author: 'rules' as const, citations }
      return { ...found, kind: 'keyword', text: 'word', count: 1, weight }
    }
    const byHand = { ...decision(4), citations: [] }
    const all = [byHand, decision(2), word(5, 0.1), decision(1), word(6, 0.9)]
    expect(ofKind(all, 'decision')).toEqual([decision(1), decision(2), byHand])
    expect(ofKind(all, 'keyword').map(({ weight }) => weight)).toEqual([0.9, 0.1])
  })
})
