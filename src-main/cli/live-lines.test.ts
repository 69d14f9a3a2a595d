import { describe, expect, it } from 'vitest'
import type { EngineEvent, StopReason } from '#contract/events.ts'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { liveLines } from './live-lines.ts'

const meeting: Meeting = {
  id: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
  title: 'Stand-up',
  startedAt: '2026-11-20T10:00:00.000Z',
  durationMs: 60_000,
  language: 'en',
  model: 'test',
  state: 'done',
  segmentCount: 0,
  unreadMs: 0,
  imported: false,
  folder: null,
  tags: [],
  people: [],
}

function lines() {
  const said: string[] = []
  const shown: Array<string | null> = []
  const say = (line: string): void => void said.push(line)
  const status = (line: string | null): void => void shown.push(line)
  const terminal = { say, result: say, status, live: true, watched: true, columns: 80 }
  return { said, shown, tell: liveLines(terminal, true) }
}

function segment(track: TrackName, text: string, id = 1): Segment {
  const times = { startMs: 0, endMs: 1_000 }
  const segmentId = SegmentId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-00000000001${id}`)
  return { id: segmentId, track, speaker: null, ...times, text, status: 'committed', words: [] }
}

function hypothesis(track: TrackName, text: string | null): EngineEvent {
  const unsettled = text === null ? null : { track, startMs: 0, endMs: 1_000, text }
  return { type: 'hypothesis.changed', meetingId: meeting.id, track, hypothesis: unsettled }
}

it.each<readonly [StopReason, readonly string[]]>([
  ['asked', []],
  ['ended', []],
  ['silence', ['(0:00) Stopped by itself: nobody has spoken for as long as was chosen.']],
  ['failed', ['(0:00) Ended with a problem. What was heard is kept.']],
])('says why it stopped where nobody knows: %s', (reason, expected) => {
  const { said, tell } = lines()
  tell({ type: 'meeting.stopped', meeting, reason })
  expect(said).toEqual(expected)
})

it('says what is wrong with a device, and that it is over', () => {
  const { said, tell } = lines()
  const lost = { code: 'device_lost', track: 'me', name: 'Headset' } as const
  const warned = { type: 'meeting.warned', meetingId: meeting.id, ...lost } as const
  tell({ ...warned, over: false, message: 'The headset is gone.' })
  tell({ ...warned, over: true, message: 'The headset is back.' })
  expect(said).toEqual(['(0:00) The headset is gone.', '(0:00) The headset is back.'])
})

describe('a sentence that is being spoken', () => {
  const { id: meetingId } = meeting
  const committed = (text: string, open: boolean, track: TrackName = 'them'): EngineEvent => ({
    type: 'segment.committed',
    meetingId,
    segment: segment(track, text),
    open,
  })

  it('grows in the line below, its end unsettled, and is printed once when it is closed', () => {
    const { said, shown, tell } = lines()
    tell(hypothesis('them', 'We agreed'))
    expect(shown.at(-1)).toMatch(/them: We agreed$/)
    tell(committed('We agreed to', true))
    tell(hypothesis('them', 'shop the'))
    expect(shown.at(-1)).toMatch(/them: We agreed to shop the$/)
    tell(committed('We agreed to ship the new', true))
    tell(hypothesis('them', 'release.'))
    expect(said).toEqual([])
    tell(committed('We agreed to ship the new release.', false))
    tell(hypothesis('them', null))
    expect(said).toEqual(['[0:00] them: We agreed to ship the new release.'])
    expect(shown.at(-1)).not.toContain('them')
  })

  it('gives way to the one that changed last, and comes back when that is over', () => {
    const { shown, tell } = lines()
    tell(committed('We agreed to', true))
    tell(hypothesis('me', 'Yes.'))
    expect(shown.at(-1)).toMatch(/me: Yes\.$/)
    tell(hypothesis('me', null))
    expect(shown.at(-1)).toMatch(/them: We agreed to$/)
  })

  it('is printed at the end of the meeting when nobody came to close it', () => {
    const { said, tell } = lines()
    tell(committed('We agreed to', true))
    tell({ type: 'meeting.stopped', meeting, reason: 'asked' })
    expect(said).toEqual(['[0:00] them: We agreed to'])
  })
})

it('says that text is catching up only when it is noticeably late', () => {
  const { shown, tell } = lines()
  const pace = (step: number): void =>
    tell({ type: 'pace.changed', meetingId: meeting.id, step, lagMs: step * 1_500 })
  pace(2)
  expect(shown.at(-1)).not.toContain('catching up')
  pace(3)
  expect(shown.at(-1)).toContain('catching up')
  pace(0)
  expect(shown.at(-1)).not.toContain('catching up')
})
