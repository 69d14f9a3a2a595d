import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExportFormat, Transcript } from '#contract/meeting.ts'
import { exportTranscript } from './export-transcript.ts'
import { fileName } from './file-name.ts'
import { oddTranscripts, plainTranscripts, said, transcriptOf } from './fixtures/transcripts.ts'

const conversation = transcriptOf(
  [
    said('Good morning.', { track: 'me', startMs: 3000 }),
    said('Shall we begin?', { track: 'me', startMs: 4500 }),
    said('Yes, *now* please.', { track: 'them', startMs: 4800 }),
    said('Then #1 on the list.', { track: 'me', startMs: 3_720_000, speaker: 'Ada' }),
  ],
  'Plan <B> for\nspring',
)

it.each(ExportFormat.options)('has every word of the transcript in %s', (format) => {
  fc.assert(
    fc.property(plainTranscripts, (transcript) => {
      const { text } = exportTranscript(transcript, format)
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
  expect(exportTranscript(conversation, 'txt').text).toBe(`Plan <B> for spring
2026-11-21 09:30 UTC, 01:02:01

[00:00:03] Me: Good morning. Shall we begin?

[00:00:04] Them: Yes, *now* please.

[01:02:00] Ada: Then #1 on the list.
`)
})

it('writes Markdown in which no spoken character is mark-up', () => {
  expect(exportTranscript(conversation, 'md').text).toBe(String.raw`# Plan \<B\> for spring

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
  expect(exportTranscript(heard, format).text).toContain(told)
})

it('has nothing but the words in srt', () => {
  expect(exportTranscript(heard, 'srt').text).not.toContain('captured')
})

it('names no voice where there is only one', () => {
  const { text } = exportTranscript(transcriptOf([said('Alone.')]), 'txt')
  expect(text).toMatch(/\n\[00:00:00] Alone\.\n$/)
})

it('begins a paragraph after a silence', () => {
  const { text } = exportTranscript(
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
      const { text } = exportTranscript(transcript, 'json')
      expect(Transcript.parse(JSON.parse(text))).toEqual(transcript)
    }),
    { numRuns: 60 },
  )
})

it.each([
  ['txt', 'text/plain'],
  ['md', 'text/markdown'],
  ['srt', 'application/x-subrip'],
  ['vtt', 'text/vtt'],
  ['json', 'application/json'],
] as const)('says what a file of %s is', (format, mediaType) => {
  expect(exportTranscript(conversation, format)).toMatchObject({
    fileName: `2026-11-21 Plan B for spring.${format}`,
    mediaType,
  })
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
