import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import { InsightId, MeetingId, NoteId, SegmentId, SummaryId } from '#contract/ids.ts'
import type { Insight, Insights } from '#contract/insight.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { Note } from '#contract/note.ts'
import type { Summary } from '#contract/summary.ts'
import { type TextFormat, writeText } from './write-text.ts'
import type { Understood } from './understood.ts'

const id = (number: number): string => `3f0b8f2e-1c2d-4b5a-9c3e-${String(number).padStart(12, '0')}`
const meetingId = MeetingId.parse(id(1))
const cited = (startMs: number) => [
  { segmentId: SegmentId.parse(id(20)), startMs, endMs: startMs + 1000 },
]
const found = (number: number, startMs: number) => ({
  id: InsightId.parse(id(number)),
  author: 'rules' as const,
  citations: cited(startMs),
})

const transcript: Transcript = {
  id: meetingId,
  title: 'Stand-up',
  startedAt: '2026-11-20T10:00:00.000Z',
  durationMs: 60_000,
  language: 'en',
  model: 'test',
  tracks: [{ name: 'mix', account: null }],
  segments: [
    {
      id: SegmentId.parse(id(20)),
      track: 'mix',
      speaker: 'Anna',
      startMs: 5000,
      endMs: 6000,
      text: 'I will send the report by Friday.',
      status: 'final',
      words: [],
    },
  ],
}

const summary: Summary = {
  id: SummaryId.parse(id(30)),
  meetingId,
  revision: 1,
  writtenAt: '2026-11-20T11:00:00.000Z',
  author: 'rules',
  model: null,
  without: 'No language model is here.',
  template: 'general',
  language: 'en',
  state: 'final',
  outdated: false,
  title: null,
  sections: [
    { title: 'Overview', lines: [{ text: 'The report is sent.', citations: cited(5000) }] },
    { title: 'Risks', lines: [] },
  ],
  dropped: 0,
}

const insights = (...all: Insight[]): Insights => ({
  meetingId,
  understanding: { model: null, without: 'No model.', dropped: 0, readMs: 60_000 },
  insights: all,
})

const noted = (atMs: number, text: string, kind: Note['kind'] = 'note'): Note => ({
  id: NoteId.parse(id(70)),
  meetingId,
  kind,
  atMs,
  text,
})

const action: Insight = {
  ...found(40, 5000),
  kind: 'action',
  text: 'Send the report',
  owner: 'Anna',
  due: { text: 'by Friday', date: '2026-11-27' },
  done: false,
}

const exported = (format: TextFormat, understood: Understood | null = null): string =>
  writeText(transcript, format, usualOptions(format), understood)

describe('Markdown', () => {
  const written = (all: Insights | null, one: Summary | null = summary): string =>
    exported('md', { summary: one, insights: all, notes: [] })

  it('has the summary on top, then what matters, then what was said', () => {
    const text = written(insights(action))
    const places = ['## Summary', '### Overview', '## Action items', '## Transcript', 'I will send']
    const at = places.map((place) => text.indexOf(place))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
    expect(text).toContain('- The report is sent. `00:00:05`')
    expect(text).toContain('- [ ] Send the report (Anna; by Friday, 2026-11-27) `00:00:05`')
    expect(text).not.toContain('Risks')
  })

  it('says who wrote it', () => {
    expect(written(null)).toContain('*Put together by rules, without a language model.*')
    const byModel = { ...summary, author: 'model', model: 'qwen', without: null } as const
    expect(written(null, byModel)).toContain('*Written by qwen.*')
  })

  it('shows what is done, decided, changed, asked and open', () => {
    const text = written(
      insights(
        { ...action, done: true, owner: null, due: null },
        {
          ...found(41, 7000),
          kind: 'decision',
          text: 'We ship in May',
          changes: {
            meetingId,
            insightId: InsightId.parse(id(60)),
            meetingTitle: 'Before',
            startedAt: '2026-10-01T10:00:00.000Z',
            text: 'We ship in April',
          },
        },
        { ...found(42, 8000), kind: 'question', text: 'Who pays?', answer: null },
        {
          ...found(43, 9000),
          kind: 'question',
          text: 'When?',
          answer: { text: 'In May.', citations: cited(10_000) },
        },
      ),
      null,
    )
    expect(text).toContain('- [x] Send the report `00:00:05`')
    expect(text).toContain(
      '- We ship in May (changes what was decided on 2026-10-01: We ship in April) `00:00:07`',
    )
    expect(text).toContain('- Who pays? (open) `00:00:08`')
    expect(text).toContain('- When? `00:00:09`\n  - In May. `00:00:10`')
  })

  it('is as it was where nothing is understood', () => {
    const plain = exported('md')
    expect(written(null, null)).toBe(plain)
    expect(plain).not.toContain('##')
  })

  it('takes nothing of a claim for mark-up, and no claim for a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        const lines = written(insights({ ...action, text }), null).split('\n')
        expect(lines.filter((line) => line.startsWith('- [ ] '))).toHaveLength(1)
        expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(3)
      }),
    )
  })
})

describe('JSON', () => {
  it('keeps the fields that scripts rely on, and has the rest beside them', () => {
    const all = insights(action)
    const notes = [noted(5000, 'Ask Anna')]
    const written = JSON.parse(exported('json', { summary, insights: all, notes }))
    expect(written).toEqual({
      ...transcript,
      understandingVersion: 1,
      summary,
      insights: all,
      notes,
    })
  })

  it('is the transcript alone for a text that is not kept', () => {
    expect(JSON.parse(exported('json'))).toEqual(transcript)
  })
})

it.each(['txt', 'srt', 'vtt'] as const)('%s has nothing of what is understood', (format) => {
  const understood = { summary, insights: insights(action), notes: [] }
  expect(exported(format, understood)).toEqual(exported(format))
})

it('plain text has what is understood where that is wished for', () => {
  const understood = { summary, insights: insights(action), notes: [] }
  const options = { ...usualOptions('txt', 'it'), summary: true, insights: true }
  const text = writeText(transcript, 'txt', options, understood)
  expect(text).toContain('RIASSUNTO\n')
  expect(text).toContain('[ ] Send the report (Anna; by Friday, 2026-11-27) [00:00:05]')
  expect(text).toContain('TRASCRIZIONE\n\n[00:00:05] Anna: I will send')
})

describe('notes', () => {
  const said = (number: number, startMs: number, text: string) => ({
    ...transcript.segments[0],
    id: SegmentId.parse(id(number)),
    track: 'me' as const,
    speaker: null,
    startMs,
    endMs: startMs + 900,
    text,
    status: 'final' as const,
    words: [],
  })
  const twoLines: Transcript = {
    ...transcript,
    segments: [said(20, 5000, 'We begin.'), said(21, 7000, 'We go on.')],
  }
  const written = (format: 'txt' | 'md' | 'srt', notes: readonly Note[]): string[] =>
    writeText(twoLines, format, usualOptions(format), { summary: null, insights: null, notes })
      .split('\n\n')
      .map((line) => line.trim())

  it('stand in their place between what was said, and are not taken for speech', () => {
    const notes = [noted(6500, 'Ask\n**Anna**'), noted(9000, '', 'bookmark')]
    expect(written('txt', notes).slice(1)).toEqual([
      '[00:00:05] Me: We begin.',
      '[00:00:06] * Note: Ask **Anna**',
      '[00:00:07] Me: We go on.',
      '[00:00:09] * Bookmark',
    ])
    expect(written('md', notes).slice(2)).toEqual([
      '`00:00:05` **Me:** We begin.',
      '> `00:00:06` *Note* Ask \\*\\*Anna\\*\\*',
      '`00:00:07` **Me:** We go on.',
      '> `00:00:09` *Bookmark*',
    ])
  })

  it('leave the text as it was where there are none', () => {
    expect(written('txt', []).slice(1)).toEqual(['[00:00:05] Me: We begin. We go on.'])
  })

  it('are no subtitles', () => {
    expect(written('srt', [noted(6500, 'Ask Anna')])).toEqual(written('srt', []))
  })

  it('are left out where they are not wished for, and named in the language of the headings', () => {
    const understood = { summary: null, insights: null, notes: [noted(6500, 'Ask Anna')] }
    const options = usualOptions('txt', 'it')
    expect(writeText(twoLines, 'txt', options, understood)).toContain('* Nota: Ask Anna')
    const without = writeText(twoLines, 'txt', { ...options, notes: false }, understood)
    expect(without).toContain('Io: We begin. We go on.')
  })
})
