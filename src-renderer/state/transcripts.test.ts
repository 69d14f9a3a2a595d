import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Meeting, Transcript } from '#contract/meeting.ts'
import type { Hypothesis, Segment } from '#contract/transcript.ts'
import {
  applyToTranscripts,
  keepOpen,
  linkLost,
  readingBegan,
  readingEnded,
  readingFailed,
  type Transcripts,
} from './transcripts.ts'

function setUp() {
  const meetingId = MeetingId.parse(randomUUID())
  const described = {
    id: meetingId,
    title: 'Stand-up',
    startedAt: '2026-11-20T10:00:00.000Z',
    durationMs: 0,
    language: 'en',
    model: 'test',
  }
  const meeting: Meeting = {
    ...described,
    state: 'live',
    segmentCount: 0,
    unreadMs: 0,
    imported: false,
    folder: null,
    tags: [],
    people: [],
  }
  const spoken = (startMs: number, text: string, change: Partial<Segment> = {}): Segment => ({
    id: SegmentId.parse(randomUUID()),
    track: 'them',
    speaker: null,
    startMs,
    endMs: startMs + 500,
    text,
    status: 'committed',
    words: [],
    ...change,
  })
  const settled = (segment: Segment, open: boolean): EngineEvent => ({
    type: 'segment.committed',
    open,
    meetingId,
    segment,
  })
  const committed = (segment: Segment): EngineEvent => settled(segment, false)
  const growing = (segment: Segment): EngineEvent => settled(segment, true)
  const revised = (removed: readonly SegmentId[], segments: readonly Segment[]): EngineEvent => ({
    type: 'segments.revised',
    meetingId,
    track: 'them',
    removed: [...removed],
    segments: [...segments],
  })
  const transcript = (...segments: Segment[]): Transcript => ({
    ...described,
    tracks: [],
    segments,
  })
  const after = (transcripts: Transcripts, ...events: EngineEvent[]): Transcripts =>
    events.reduce((known, event, index) => applyToTranscripts(known, event, index), transcripts)
  const shown = (transcripts: Transcripts): readonly string[] =>
    transcripts[meetingId]?.segments.map(({ text }) => text) ?? []
  return { meetingId, meeting, spoken, committed, growing, revised, transcript, after, shown }
}

describe('a segment that grows', () => {
  it('is one, known as open until it is closed, and then nothing is unsettled behind it', () => {
    const { meetingId, spoken, committed, growing, after, shown } = setUp()
    const first = spoken(1_000, 'We agreed')
    const more: Segment = { ...first, text: 'We agreed to ship.', endMs: 2_000 }
    const hypothesis = { track: first.track, startMs: 1_600, endMs: 2_000, text: 'to sheep' }
    const grows = after(
      {},
      growing(first),
      { type: 'hypothesis.changed', meetingId, track: first.track, hypothesis },
      committed(spoken(1_500, 'Yes.', { track: 'me' })),
    )
    expect(grows[meetingId]).toMatchObject({ open: [first.id], hypotheses: [hypothesis] })
    const closed = after(grows, committed(more))
    expect(closed[meetingId]).toMatchObject({ open: [], hypotheses: [] })
    expect(shown(closed)).toEqual(['We agreed to ship.', 'Yes.'])
    expect(linkLost(grows)[meetingId]?.open).toEqual([])
  })
})

describe('committed text', () => {
  it('stands in the order it was spoken, whichever track was read first', () => {
    const { spoken, committed, after, shown } = setUp()
    const texts = after({}, committed(spoken(900, 'world')), committed(spoken(0, 'hello')))
    expect(shown(texts)).toEqual(['hello', 'world'])
  })

  it('is replaced by a final text but never the other way round', () => {
    const { spoken, committed, after, shown } = setUp()
    const heard = spoken(0, 'helo')
    const final: Segment = { ...heard, text: 'hello', status: 'final' }
    const texts = after({}, committed(heard), committed(final), committed(heard))
    expect(shown(texts)).toEqual(['hello'])
  })

  it('shows every segment once, in order, however events and a reading interleave', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5_000), { maxLength: 30 }),
        fc.nat(30),
        fc.nat(30),
        (starts, a, b) => {
          const { meetingId, spoken, committed, transcript, after, shown } = setUp()
          const segments = starts.map((startMs, index) => spoken(startMs, `${index}`))
          const [asked, read] = [Math.min(a, b), Math.max(a, b)]
          const before = after({}, ...segments.slice(0, asked).map(committed))
          const during = after(
            readingBegan(before, meetingId),
            ...segments.slice(asked, read).map(committed),
          )
          // The engine may have read its store at any moment in between.
          const answer = readingEnded(during, transcript(...segments.slice(0, (asked + read) >> 1)))
          const texts = after(answer, ...segments.slice(read).map(committed))
          expect(shown(texts).toSorted()).toEqual(segments.map(({ text }) => text).toSorted())
          const order = texts[meetingId]?.segments.map(({ startMs }) => startMs) ?? []
          expect(order).toEqual(order.toSorted((x, y) => x - y))
        },
      ),
    )
  })
})

describe('text that is revised', () => {
  it('takes the place of what was there, in the order it was spoken', () => {
    const { spoken, committed, revised, after, shown } = setUp()
    const [one, two, three] = [spoken(0, 'helo'), spoken(500, 'word'), spoken(900, 'hm')]
    const texts = after(
      {},
      ...[one, two, three].map(committed),
      revised([two.id], [{ ...one, text: 'hello' }, spoken(600, 'world')]),
    )
    expect(shown(texts)).toEqual(['hello', 'world', 'hm'])
  })

  it('takes a person’s words for what they are, also over words that were final', () => {
    const { spoken, committed, revised, after, shown } = setUp()
    const final = spoken(0, 'hello', { status: 'final' })
    const texts = after({}, committed(final), revised([], [{ ...final, text: 'Hello!' }]))
    expect(shown(texts)).toEqual(['Hello!'])
  })

  it('is right whenever the engine has read its store for an answer', () => {
    const { meetingId, spoken, committed, revised, transcript, after, shown } = setUp()
    const [wrong, late] = [spoken(0, 'helo word'), spoken(2_000, 'bye')]
    const right = [
      spoken(0, 'hello', { status: 'final' }),
      spoken(500, 'world', { status: 'final' }),
    ]
    const known = readingBegan(after({}, committed(wrong)), meetingId)
    const told = after(known, committed(late), revised([wrong.id], right))
    for (const answer of [[wrong], [wrong, late], [...right, late]]) {
      const texts = readingEnded(told, transcript(...answer))
      expect(shown(texts)).toEqual(['hello', 'world', 'bye'])
    }
  })
})

describe('a reading', () => {
  it('takes away what the final pass took away', () => {
    const { meetingId, spoken, committed, transcript, after, shown } = setUp()
    const texts = after({}, committed(spoken(0, 'um')))
    const read = readingEnded(readingBegan(texts, meetingId), transcript(spoken(0, 'hello')))
    expect(shown(read)).toEqual(['hello'])
    expect(read[meetingId]?.phase).toBe('whole')
  })

  it('that failed says why, and one that was cut off is asked for again', () => {
    const { meetingId } = setUp()
    const reading = readingBegan({}, meetingId)
    expect(readingFailed(reading, meetingId, 'No such meeting.')[meetingId]).toMatchObject({
      phase: 'failed',
      problem: 'No such meeting.',
    })
    expect(readingFailed(reading, meetingId, null)[meetingId]?.phase).toBe('unread')
  })
})

describe('what is being said', () => {
  it('is one hypothesis for each track, gone when the engine takes it back', () => {
    const { meetingId, after } = setUp()
    const said = (text: string, track: 'me' | 'them' = 'them'): EngineEvent => {
      const hypothesis: Hypothesis = { track, startMs: 0, endMs: 1, text }
      return { type: 'hypothesis.changed', meetingId, track, hypothesis }
    }
    const taken: EngineEvent = {
      type: 'hypothesis.changed',
      meetingId,
      track: 'them',
      hypothesis: null,
    }
    const both = after({}, said('hel'), said('yes', 'me'), said('hello'))
    expect(both[meetingId]?.hypotheses.map(({ text }) => text)).toEqual(['yes', 'hello'])
    expect(after(both, taken)[meetingId]?.hypotheses.map(({ text }) => text)).toEqual(['yes'])
  })

  it('is forgotten with the link, while the text stays to be read again', () => {
    const { meetingId, meeting, spoken, committed, after, shown } = setUp()
    const texts = linkLost(
      after({}, { type: 'meeting.started', meeting }, committed(spoken(0, 'hello'))),
    )
    expect(texts[meetingId]).toMatchObject({ phase: 'unread', hypotheses: [] })
    expect(shown(texts)).toEqual(['hello'])
  })
})

describe('progress', () => {
  it('remembers when sound last arrived', () => {
    const { meetingId, after } = setUp()
    const heard = (heardMs: number): EngineEvent => ({
      type: 'meeting.progressed',
      meetingId,
      heardMs,
      readMs: 0,
      totalMs: null,
    })
    const texts = after({}, heard(100), heard(200), heard(200), heard(200))
    expect(texts[meetingId]?.progress).toMatchObject({ heardMs: 200, grewAtMs: 1 })
  })
})

describe('the end of a meeting', () => {
  it('has the text read once more', () => {
    const { meetingId, meeting, after } = setUp()
    const texts = after(
      {},
      { type: 'meeting.started', meeting },
      { type: 'meeting.stopped', meeting, reason: 'ended' },
    )
    expect(texts[meetingId]).toMatchObject({ phase: 'unread', progress: null })
  })

  it('leaves nothing of a deleted meeting', () => {
    const { meetingId, meeting, after } = setUp()
    const texts = after(
      {},
      { type: 'meeting.started', meeting },
      { type: 'meeting.deleted', meetingId },
    )
    expect(texts).toEqual({})
  })
})

it('keeps the open text and those being heard, and no other', () => {
  const { meetingId, meeting, after } = setUp()
  const [other, heard] = [MeetingId.parse(randomUUID()), MeetingId.parse(randomUUID())]
  const texts = after(
    {},
    { type: 'meeting.started', meeting },
    { type: 'meeting.started', meeting: { ...meeting, id: other } },
    { type: 'meeting.progressed', meetingId: heard, heardMs: 1, readMs: 0, totalMs: null },
  )
  expect(Object.keys(keepOpen(texts, meetingId)).toSorted()).toEqual([meetingId, heard].toSorted())
})

describe('a person’s edit', () => {
  it('names voices, also those of a text that was read just before', () => {
    const { meetingId, spoken, transcript, after } = setUp()
    const [one, two] = [spoken(0, 'one'), spoken(1_000, 'two')]
    const named = (id: SegmentId, speaker: string | null): EngineEvent => ({
      type: 'speakers.changed',
      meetingId,
      changes: [{ speaker, segmentIds: [id] }],
    })
    const speakers = (known: Transcripts) =>
      known[meetingId]?.segments.map(({ speaker }) => speaker)
    const reading = after(readingBegan({}, meetingId), named(two.id, 'Zoë'))
    const read = readingEnded(reading, transcript(one, two))
    expect(speakers(read)).toEqual([null, 'Zoë'])
    expect(speakers(after(read, named(one.id, 'Anna'), named(two.id, null)))).toEqual([
      'Anna',
      null,
    ])
    expect(read[meetingId]?.named).toEqual([])
  })

  it('that is undone while the text is read stays undone', () => {
    const { meetingId, spoken, revised, transcript, after, shown } = setUp()
    const first = spoken(0, 'as it was')
    const edited: Segment = { ...first, text: 'as it was edited', status: 'final' }
    const reading = after(readingBegan({}, meetingId), revised([], [first]))
    expect(shown(readingEnded(reading, transcript(edited)))).toEqual(['as it was'])
  })
})
