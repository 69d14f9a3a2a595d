import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import { Transcript } from '#contract/meeting.ts'
import { type TextFormat, writeText } from './write-text.ts'
import { fileName } from './file-name.ts'
import { oddTranscripts, plainTranscripts, said, transcriptOf } from './fixtures/transcripts.ts'

const textFormats = ['txt', 'md', 'srt', 'vtt'] as const

const exported = (transcript: Transcript, format: TextFormat): string =>
  writeText(transcript, format, usualOptions(format))

const conversation = transcriptOf(
  [
    said('Good morning.', { track: 'me', startMs: 3000 }),
    said('Shall we begin?', { track: 'me', startMs: 4500 }),
    said('Yes, *now* please.', { track: 'them', startMs: 4800 }),
    said('Then #1 on the list.', { track: 'me', startMs: 3_720_000, speaker: 'Ada' }),
  ],
  'Plan <B> for\nspring',
)

it.each([...textFormats, 'json'] as const)('has every word of the transcript in %s', (format) => {
  fc.assert(
    fc.property(plainTranscripts, (transcript) => {
      const text = exported(transcript, format)
      const written = new Map<string, number>()
      for (const word of text.split(/[^a-zàéß]+/)) written.set(word, (written.get(word) ?? 0) + 1)
      const spoken = transcript.segments.flatMap(
        (segment) => segment.text.match(/[a-zàéß]+/g) ?? [],
      )
      for (const [word, occurrences] of Map.groupBy(spoken, (each) => each)) {
        expect(written.get(word) ?? 0).toBeGreaterThanOrEqual(occurrences.length)
      }
    }),
    { numRuns: 60 },
  )
})

it('writes text to read, with a time and a voice for each paragraph', () => {
  expect(exported(conversation, 'txt')).toBe(`Plan <B> for spring
2026-11-21 09:30 UTC, 01:02:01

[00:00:03] Me: Good morning. Shall we begin?

[00:00:04] Them: Yes, *now* please.

[01:02:00] Ada: Then #1 on the list.
`)
})

it('writes Markdown in which no spoken character is mark-up', () => {
  expect(exported(conversation, 'md')).toBe(String.raw`# Plan \<B\> for spring

- Date: 2026-11-21 09:30 UTC
- Duration: 01:02:01
- Language: en
- Model: test-speech

${'`00:00:03`'} **Me:** Good morning. Shall we begin?

${'`00:00:04`'} **Them:** Yes, \*now\* please.

${'`01:02:00`'} **Ada:** Then \#1 on the list.
`)
})

const lost = { atMs: 843_000, lengthMs: 400, cause: 'device_lost' } as const
const heard = {
  ...conversation,
  tracks: [
    {
      name: 'me' as const,
      account: {
        lengthMs: 3_721_000,
        captured: 1 - 400 / 3_721_000,
        gaps: [lost],
        pauses: [],
        sources: [{ atMs: 0, name: 'Desk --> microphone', sampleRate: 48_000, channels: 1 }],
        cutShort: false,
        removedAt: null,
      },
    },
    { name: 'them' as const, account: null },
  ],
}

it.each([
  ['txt', '01:02:01\nMe: captured 99.98 %, gaps: 00:14:03 +0.4 s (device lost)\n\n['],
  ['md', '- Me: captured 99.98 %, gaps: 00:14:03 +0.4 s (device lost)\n\n`'],
  ['vtt', 'WEBVTT\n\nNOTE\nMe: captured 99.98 %, gaps: 00:14:03 +0.4 s (device lost)\n\n1\n'],
] as const)('tells in %s what became of the sound, where that is known', (format, told) => {
  expect(exported(heard, format)).toContain(told)
})

it('has nothing but the words in srt', () => {
  expect(exported(heard, 'srt')).not.toContain('captured')
})

it('names no voice where there is only one', () => {
  const text = exported(transcriptOf([said('Alone.')]), 'txt')
  expect(text).toMatch(/\n\[00:00:00] Alone\.\n$/)
})

it('begins a paragraph after a silence', () => {
  const text = exported(
    transcriptOf([
      said('One.'),
      said('Two.', { startMs: 2000 }),
      said('Three.', { startMs: 9000 }),
    ]),
    'txt',
  )
  expect(text).toContain('[00:00:00] One. Two.\n\n[00:00:09] Three.\n')
})

it('writes JSON that is the transcript itself', () => {
  fc.assert(
    fc.property(oddTranscripts, (transcript) => {
      const text = exported(transcript, 'json')
      expect(Transcript.parse(JSON.parse(text))).toEqual(transcript)
    }),
    { numRuns: 60 },
  )
})

it.each(textFormats)('leaves out what was not wished for in %s', (format) => {
  const options = { ...usualOptions(format), times: false, speakers: false, gaps: false }
  const bare = writeText(heard, format, options)
  expect(bare).not.toMatch(/Ada|captured|\[00:00|`00:00/)
  expect(bare).toContain('Shall we begin?')
})

it('has its headings in Italian, and what was said as it was said', () => {
  const text = writeText(conversation, 'md', usualOptions('md', 'it'))
  expect(text).toContain('- Durata: 01:02:01')
  expect(text).toContain('**Io:** Good morning.')
  expect(text).toContain('**Altri:** Yes')
})

describe('fileName', () => {
  const date = '2026-11-21T09:30:00.000Z'

  it.each([
    ['Stand-up', 'Stand-up'],
    ['CON', 'CON'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['What now...', 'What now'],
    ['  ..  ', 'meeting'],
    ['Über café 会議', 'Über café 会議'],
    ['invoice\u202efdp', 'invoice fdp'],
  ])('makes of %j a name that every system takes', (title, expected) => {
    expect(fileName(title, date, 'md')).toBe(`2026-11-21 ${expected}.md`)
  })

  it('is short, without what Windows forbids, and whole, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400, size: 'max' }), (title) => {
        const name = fileName(title, date, 'json')
        expect(Buffer.byteLength(name)).toBeLessThan(140)
        // oxlint-disable-next-line no-control-regex -- these are what Windows forbids
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]/)
        expect(name).toMatch(/^2026-11-21 .*[^. ]\.json$/u)
        expect(name.isWellFormed()).toBe(true)
      }),
    )
  })
})
