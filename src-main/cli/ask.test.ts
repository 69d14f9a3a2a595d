import { expect, it } from 'vitest'
import type { Answer } from '#contract/ask.ts'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import { answerLines } from './ask.ts'

const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
const segmentId = SegmentId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')
const cited = { meetingId, segmentId, startMs: 65_000, endMs: 66_000 }
const segment = {
  id: segmentId,
  track: 'mix' as const,
  speaker: null,
  startMs: 65_000,
  endMs: 66_000,
  text: 'We ship in May.',
  status: 'final' as const,
}
const answer: Answer = {
  question: 'When do we ship?',
  supported: true,
  lines: [{ text: 'In May.', citations: [cited, cited] }],
  sources: [
    {
      meetingId,
      meetingTitle: 'Planning',
      startedAt: '2026-11-20T10:00:00.000Z',
      segment,
      snippet: 'We ship in May.',
    },
  ],
  model: 'qwen',
  without: null,
  dropped: 1,
}

it('an answer names the places on which it rests, each once, and who wrote it', () => {
  expect(answerLines(answer)).toEqual([
    'In May.  [Planning 1:05]',
    '',
    '(by qwen; 1 claim left out that the text does not bear out)',
  ])
})

it('an answer by rules says so, and why', () => {
  const byRules = { ...answer, model: null, without: 'No language model is here.', dropped: 0 }
  expect(answerLines(byRules).at(-1)).toBe(
    '(by rules, without a language model: No language model is here.)',
  )
})

it('where nothing bears an answer there is none', () => {
  const none = { ...answer, supported: false, lines: [], sources: [] }
  expect(answerLines(none)).toEqual(['Not in your meetings.'])
})
