import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import type { Transcript } from '#contract/meeting.ts'
import { type Cue, cutCues, lineLength } from './cut-cues.ts'
import { parseSrt, parseVtt } from './fixtures/subtitle-parsers.ts'
import { oddTranscripts, plainTranscripts, said, transcriptOf } from './fixtures/transcripts.ts'
import { cleanTokens } from './speech-pieces.ts'
import { srtLines, toSubtitlesSrt } from './to-subtitles-srt.ts'
import { toExport } from './to-export.ts'
import { toSubtitlesVtt } from './to-subtitles-vtt.ts'

const wish = (transcript: Transcript) => toExport(transcript, usualOptions('srt'), null)

function parsed(cue: Cue) {
  return { startMs: cue.startMs, endMs: cue.endMs, voice: cue.voice, lines: cue.lines }
}

const anyTranscript = fc.oneof(plainTranscripts, oddTranscripts)

describe('subtitles', () => {
  it('in SubRip parse back to the same cues', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        const expected = cutCues(transcript).map((cue) => ({
          ...parsed(cue),
          voice: null,
          lines: srtLines(cue),
        }))
        expect(parseSrt(toSubtitlesSrt(wish(transcript)))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('keep a voice whose name ends like the beginning of an arrow', () => {
    const transcript = transcriptOf([said('Good morning.', { speaker: 'Ada --' })])
    expect(parseVtt(toSubtitlesVtt(wish(transcript)))).toEqual(cutCues(transcript).map(parsed))
  })

  it('in WebVTT parse back to the same cues', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        expect(parseVtt(toSubtitlesVtt(wish(transcript)))).toEqual(cutCues(transcript).map(parsed))
      }),
      { numRuns: 200 },
    )
  })

  it('look as players expect them', () => {
    const transcript = transcriptOf([
      said('Is 1 < 2 & so on?', { track: 'me' }),
      said('Yes.', { track: 'them', startMs: 3_661_500, endMs: 3_663_000 }),
    ])
    expect(toSubtitlesSrt(wish(transcript))).toBe(
      '1\n00:00:00,000 --> 00:00:01,000\nMe: Is 1 < 2 & so on?\n\n' +
        '2\n01:01:01,500 --> 01:01:03,000\nThem: Yes.\n\n',
    )
    expect(toSubtitlesVtt(wish(transcript))).toBe(
      'WEBVTT\n\n1\n00:00:00.000 --> 00:00:01.000\n<v Me>Is 1 &lt; 2 &amp; so on?\n\n' +
        '2\n01:01:01.500 --> 01:01:03.000\n<v Them>Yes.\n',
    )
  })

  it('of a meeting without speech are empty and valid', () => {
    expect(parseSrt(`${toSubtitlesSrt(wish(transcriptOf([])))}`)).toEqual([])
    expect(parseVtt(toSubtitlesVtt(wish(transcriptOf([]))))).toEqual([])
  })
})

/** Text without white space: what must not change however cues are cut. */
const letters = (texts: readonly string[]) => texts.flatMap(cleanTokens).join('')

function byTrack(transcript: Transcript): Cue[][] {
  return [...Map.groupBy(cutCues(transcript), ({ track }) => track).values()]
}

describe('cutCues', () => {
  it('keeps every letter of every track', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        for (const cues of byTrack(transcript)) {
          const track = cues[0]?.track
          const spoken = transcript.segments.filter((segment) => segment.track === track)
          const sorted = (text: string) => Array.from(text).toSorted().join('')
          expect(sorted(letters(cues.flatMap(({ lines }) => lines)))).toBe(
            sorted(letters(spoken.map(({ text }) => text))),
          )
        }
      }),
      { numRuns: 200 },
    )
  })

  it('makes cues that can be read: two lines, one to seven seconds, none over another of its track', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        for (const cues of byTrack(transcript)) {
          for (const [index, { startMs, endMs, lines }] of cues.entries()) {
            expect(lines.length).toBeGreaterThan(0)
            expect(lines.length).toBeLessThanOrEqual(2)
            for (const line of lines) expect(line.length).toBeLessThanOrEqual(lineLength)
            expect(endMs - startMs).toBeGreaterThanOrEqual(1000)
            expect(endMs - startMs).toBeLessThanOrEqual(7000)
            expect(startMs).toBeGreaterThanOrEqual(cues[index - 1]?.endMs ?? 0)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('keeps both voices where they speak at once', () => {
    const cues = cutCues(
      transcriptOf([
        said('I think', { track: 'me', startMs: 1000, endMs: 3000 }),
        said('no wait', { track: 'them', startMs: 1500, endMs: 2500 }),
      ]),
    )
    expect(cues.map(({ voice, startMs, endMs }) => [voice, startMs, endMs])).toEqual([
      ['Me', 1000, 3000],
      ['Them', 1500, 2500],
    ])
  })

  it('ends a cue where a sentence ends', () => {
    const text =
      'We looked at all of the numbers again this morning. And then somebody from the other team came in and asked'
    const [first] = cutCues(transcriptOf([said(text, { endMs: 6000 })]))
    expect(first?.lines.join(' ')).toBe('We looked at all of the numbers again this morning.')
  })

  it('begins a new cue after a pause, at the time of the word', () => {
    const segment = said('before after', { endMs: 6000 })
    const words = [
      { text: 'before', startMs: 100, endMs: 500, confidence: 1 },
      { text: 'after', startMs: 4200, endMs: 4700, confidence: 1 },
    ]
    const cues = cutCues(transcriptOf([{ ...segment, words }]))
    expect(cues.map(({ startMs, endMs, lines }) => [startMs, endMs, ...lines])).toEqual([
      [100, 1100, 'before'],
      [4200, 5200, 'after'],
    ])
  })

  it('uses the times of words that are written together', () => {
    const words = ['don', '’t', ' go'].map((text, index) => ({
      text,
      startMs: index * 2000,
      endMs: index * 2000 + 400,
      confidence: 1,
    }))
    const cues = cutCues(transcriptOf([{ ...said('don’t go', { endMs: 5000 }), words }]))
    expect(cues.map(({ startMs, lines }) => [startMs, ...lines])).toEqual([
      [0, 'don’t'],
      [4000, 'go'],
    ])
  })

  it('spreads the time over a text that was corrected', () => {
    const corrected = { ...said('helo', { endMs: 2000 }), text: 'hello dear world' }
    expect(cutCues(transcriptOf([corrected]))).toMatchObject([
      { startMs: 0, endMs: 2000, lines: ['hello dear world'] },
    ])
  })

  it('breaks a script without spaces between words', () => {
    const words = Array.from({ length: 40 }, () => '会議の')
    const text = words.join('')
    const segment = { ...said(words.join(' '), { endMs: 12_000 }), text }
    const cues = cutCues(transcriptOf([segment]))
    expect(cues.flatMap(({ lines }) => lines).join('')).toBe(text)
    for (const line of cues.flatMap(({ lines }) => lines)) expect(line).toMatch(/^(会議の)+$/)
  })
})
