import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { captionLines } from './caption-lines.ts'
import { firstOverlayState, receive } from './overlay-state.ts'

const meeting: Meeting = {
  id: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
  title: 'Call',
  startedAt: '2026-03-05T09:00:00.000Z',
  durationMs: 0,
  language: 'auto',
  model: 'base',
  state: 'live',
  segmentCount: 0,
  unreadMs: 0,
  imported: false,
  folder: null,
  tags: [],
  people: [],
}

const idOf = (number: number) =>
  SegmentId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-${String(number).padStart(12, '0')}`)

const segment = (number: number, track: TrackName, text: string): Segment => ({
  id: idOf(number),
  track,
  speaker: null,
  startMs: number * 1000,
  endMs: number * 1000 + 900,
  text,
  status: 'committed',
  words: [],
})

const started: EngineEvent = { type: 'meeting.started', meeting }
const said = (number: number, track: TrackName, text: string): EngineEvent => ({
  type: 'segment.committed',
  meetingId: meeting.id,
  segment: segment(number, track, text),
  open: false,
})
const guessed = (track: TrackName, text: string | null, startMs = 60_000): EngineEvent => ({
  type: 'hypothesis.changed',
  meetingId: meeting.id,
  track,
  hypothesis: text === null ? null : { track, startMs, endMs: startMs + 500, text },
})

const after = (...events: readonly EngineEvent[]) =>
  [started, ...events].reduce(receive, firstOverlayState)

/** `me: settled / unsettled` */
const linesOf = (...events: readonly EngineEvent[]) =>
  captionLines(after(...events)).map(
    ({ track, settled, unsettled }) => `${track}: ${settled} / ${unsettled}`,
  )

it.each<[string, readonly EngineEvent[], readonly string[]]>([
  ['nothing at first', [], []],
  [
    'what one side says in a row as one line',
    [said(1, 'them', 'Good morning.'), said(2, 'them', 'Shall we?')],
    ['them: Good morning. Shall we? / '],
  ],
  [
    'a guess behind what its side said',
    [said(1, 'them', 'Good morning.'), guessed('them', 'shall')],
    ['them: Good morning. / shall'],
  ],
  [
    'a guess of its own when the other side has spoken since',
    [said(1, 'them', 'Good morning.'), said(2, 'me', 'Hello.'), guessed('them', 'shall')],
    ['them: Good morning. / ', 'me: Hello. / ', 'them:  / shall'],
  ],
  [
    'both sides at once',
    [guessed('them', 'shall we', 2000), guessed('me', 'yes', 1000)],
    ['me:  / yes', 'them:  / shall we'],
  ],
  ['no guess that is over', [guessed('me', 'yes'), guessed('me', null)], []],
  [
    'three lines, the newest last',
    [said(1, 'me', 'a'), said(2, 'them', 'b'), said(3, 'me', 'c'), said(4, 'them', 'd')],
    ['them: b / ', 'me: c / ', 'them: d / '],
  ],
  [
    'better text in its place',
    [
      said(1, 'me', 'Too meetings.'),
      {
        type: 'segments.revised',
        meetingId: meeting.id,
        track: 'me',
        removed: [],
        segments: [segment(1, 'me', 'Two meetings.')],
      },
    ],
    ['me: Two meetings. / '],
  ],
  [
    'nothing once it has stopped',
    [said(1, 'me', 'Bye.'), { type: 'meeting.stopped', meeting, reason: 'asked' }],
    [],
  ],
])('shows %s', (_, events, expected) => {
  expect(linesOf(...events)).toEqual(expected)
})

it('shows the end of a long speech, from a whole word on', () => {
  const words = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')
  const [line] = captionLines(after(said(1, 'me', words)))
  expect(line?.settled).toMatch(/^… word\d+ .* word199$/)
  expect(line?.settled.length).toBeLessThan(300)
})

it('stays small, whatever is said for hours', () => {
  const track = fc.constantFrom('me' as const, 'them' as const)
  const event = fc.oneof(
    fc.tuple(fc.nat(500), track, fc.string()).map((given) => said(...given)),
    fc.tuple(track, fc.option(fc.string())).map((given) => guessed(...given)),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 150 }), (events) => {
      const state = after(...events)
      expect(state.segments.length).toBeLessThanOrEqual(40)
      expect(captionLines(state).length).toBeLessThanOrEqual(3)
      expect(state.segments.map(({ startMs }) => startMs)).toEqual(
        state.segments.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
      )
    }),
  )
})

it('does not mind a file that is read', () => {
  const state = after(said(1, 'me', 'Here.'))
  const file: EngineEvent = { type: 'meeting.started', meeting: { ...meeting, imported: true } }
  expect(receive(state, file)).toBe(state)
})

it('does not mind another meeting', () => {
  const other = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')
  const state = after(said(1, 'me', 'Here.'))
  const elsewhere = { ...said(2, 'me', 'There.'), meetingId: other } as EngineEvent
  expect(receive(state, elsewhere)).toBe(state)
})
