import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { heardAt } from './heard.ts'

function said(text: string, startMs: number, endMs: number, timed = true): Segment {
  const words = timed ? text.split(' ') : []
  const wordMs = (endMs - startMs) / Math.max(1, words.length)
  return {
    id: SegmentId.parse(randomUUID()),
    track: 'me',
    speaker: null,
    startMs,
    endMs,
    text,
    status: 'final',
    words: words.map((word, at) => ({
      text: word,
      startMs: startMs + at * wordMs,
      endMs: startMs + (at + 1) * wordMs,
      confidence: 1,
    })),
  }
}

const segments = [
  said('one two', 1000, 2000),
  said('a long turn', 4000, 10_000),
  said('yes', 5000, 5400),
  said('no times', 12_000, 13_000, false),
]

it.each([
  ['before anybody speaks', 500, null],
  ['at the first word', 1000, 'one two', 'one'],
  ['at the second', 1600, 'one two', 'two'],
  ['a breath later', 2400, 'one two', 'two'],
  ['in a pause', 3000, null],
  ['while another comes in', 5100, 'yes', 'yes'],
  ['when the other is over', 7000, 'a long turn', 'long'],
  ['in a text without word times', 12_500, 'no times', undefined],
  ['behind the last', 14_000, null],
] as const)('hears %s', (_, atMs, text, word?: string) => {
  const heard = heardAt(segments, atMs)
  expect(heard?.segment.text ?? null).toBe(text)
  const place = heard?.word
  expect(place ? heard.segment.text.slice(place.from, place.to) : undefined).toBe(word)
})
