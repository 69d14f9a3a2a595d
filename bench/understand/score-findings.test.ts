import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Finding } from '#engine/insights/finding.ts'
import type { Label } from './labels.ts'
import { precision, recall, scoreMeeting, sumScores } from './score-findings.ts'

const id = (at: number): SegmentId =>
  SegmentId.parse(`00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
const citing = (...at: number[]) =>
  at.map((each) => ({ segmentId: id(each), startMs: 0, endMs: 1000 }))

function label(kind: Label['kind'], at: number[], more: Partial<Label> = {}): Label {
  const plain = { sure: true, said: '', owners: [null], due: null, answered: null }
  return { kind, segmentIds: at.map(id), ...plain, ...more }
}

const decision = (...at: number[]): Finding => ({
  kind: 'decision',
  text: 'x',
  changes: null,
  citations: citing(...at),
})
function action(at: number, owner: string | null = null, date: string | null = null): Finding {
  const due = date === null ? null : { text: 'then', date }
  return { kind: 'action', text: 'x', owner, due, done: false, citations: citing(at) }
}

const score = (labels: Label[], findings: Finding[]) =>
  scoreMeeting({ labels, turningsMs: [], subjects: [] }, findings)

describe('scoreMeeting', () => {
  it.each<[string, Label[], Finding[], [hits: number, mistakes: number, missed: number]]>([
    ['what is cited is found', [label('decision', [1])], [decision(1)], [1, 0, 0]],
    ['one of several segments is enough', [label('decision', [1, 2])], [decision(2, 3)], [1, 0, 0]],
    ['another kind is missed', [label('decision', [1])], [action(1)], [0, 0, 1]],
    ['another place is wrong and missed', [label('decision', [1])], [decision(2)], [0, 1, 1]],
    [
      'what is told twice is wrong once',
      [label('decision', [1])],
      [decision(1), decision(1)],
      [1, 1, 0],
    ],
    [
      'what is not sure is neither',
      [label('decision', [1], { sure: false }), label('decision', [2], { sure: false })],
      [decision(1)],
      [0, 0, 0],
    ],
    [
      'a finding goes to the label it cites most of',
      [label('decision', [1, 2]), label('decision', [2, 3])],
      [decision(2, 3), decision(1)],
      [2, 0, 0],
    ],
  ])('%s', (_, labels, findings, [hits, mistakes, missed]) => {
    expect(score(labels, findings).kinds.decision).toEqual({ hits, mistakes, missed })
  })

  it('takes any name that the owner goes by, in any case', () => {
    const labels = [1, 2, 3].map((at) => label('action', [at], { owners: ['Anna', 'me'] }))
    const { owners } = score(labels, [action(1, 'anna'), action(2, 'me'), action(3, 'Tom')])
    expect(owners).toEqual({ right: 2, of: 3 })
  })

  it('wants the day that was meant, and none where none was said', () => {
    const friday = { text: 'by Friday', dates: ['2026-03-06'] }
    const soon = { text: 'soon', dates: [null] }
    const labels = [
      label('action', [1], { due: friday }),
      label('action', [2], { due: friday }),
      label('action', [3]),
      label('action', [4]),
      label('action', [5], { due: soon }),
    ]
    const found = [
      action(1, null, '2026-03-06'),
      action(2, null, '2026-03-13'),
      action(3),
      action(4, null, '2026-03-06'),
      action(5),
    ]
    expect(score(labels, found).dues).toEqual({ right: 3, of: 5 })
  })

  it('judges answers only where it is known whether there was one', () => {
    const labels = [true, false, null].map((answered, at) => label('question', [at], { answered }))
    const asked = [0, 1, 2].map((at): Finding => {
      return { kind: 'question', text: 'x?', answer: null, citations: citing(at) }
    })
    expect(score(labels, asked).answers).toEqual({ right: 1, of: 2 })
  })

  it('tells whether a topic begins where talk turned, and whether keywords tell of the subject', () => {
    const meeting = {
      labels: [],
      turningsMs: [600_000, 900_000],
      subjects: [['the roof'], ['the ward']],
    }
    const topic: Finding = {
      kind: 'topic',
      text: 'roof',
      startMs: 650_000,
      endMs: 700_000,
      citations: [],
    }
    const keyword: Finding = {
      kind: 'keyword',
      text: 'new roof',
      count: 2,
      weight: 1,
      citations: [],
    }
    const { turnings, keywords } = scoreMeeting(meeting, [topic, keyword])
    expect(turnings).toEqual({ right: 1, of: 2 })
    expect(keywords).toEqual({ right: 1, of: 2 })
  })
})

describe('sumScores', () => {
  it('adds meetings up, so that a long one weighs more', () => {
    const one = score([label('decision', [1])], [decision(1)])
    const two = score([label('decision', [1]), label('decision', [2])], [decision(3)])
    const { decision: all } = sumScores([one, two]).kinds
    expect(all).toEqual({ hits: 1, mistakes: 1, missed: 2 })
    expect(precision(all)).toBe(0.5)
    expect(recall(all)).toBeCloseTo(1 / 3)
  })
})
