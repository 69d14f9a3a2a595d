import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { SplitPlace } from '#contract/edit.ts'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { mergeSegments } from './merge-segments.ts'
import { splitSegment } from './split-segment.ts'

const newId = SegmentId.parse(randomUUID())

/** A word takes 400 ms and is followed by 100 ms of silence. */
function said(text: string): Segment {
  const words = text.split(' ').map((word, index) => ({
    text: word,
    startMs: 1_000 + index * 500,
    endMs: 1_400 + index * 500,
    confidence: 0.5,
  }))
  const endMs = words.at(-1)?.endMs ?? 1_000
  const id = SegmentId.parse(randomUUID())
  return { id, track: 'me', speaker: 'Anna', startMs: 1_000, endMs, text, status: 'final', words }
}

const texts = (parts: readonly Segment[] | null) => parts?.map(({ text }) => text) ?? null

it.each<[string, string, SplitPlace, string[] | null]>([
  ['before a word', 'we agreed to wait', { word: 2 }, ['we agreed', 'to wait']],
  ['at a space', 'we agreed to wait', { character: 9 }, ['we agreed', 'to wait']],
  ['behind a space', 'we agreed to wait', { character: 10 }, ['we agreed', 'to wait']],
  ['within a word', 'weagreed to', { character: 2 }, ['we', 'agreed to']],
  ['never within a letter', 'ok e\u0301t', { character: 4 }, ['ok e\u0301', 't']],
  ['nor within a pair', 'a \u{1f600}b', { character: 3 }, ['a \u{1f600}', 'b']],
  ['not where a part would be empty', 'we agreed', { character: 9 }, null],
  ['not behind the end', 'we agreed', { word: 2 }, null],
])('divides %s', (_, text, place, expected) => {
  expect(texts(splitSegment(said(text), place, newId))).toEqual(expected)
})

it('gives each part its words and times, its voice, and the first one the id', () => {
  const whole = said('we agreed to wait')
  const parts = splitSegment(whole, { word: 2 }, newId)
  expect(parts).toMatchObject([
    { id: whole.id, speaker: 'Anna', startMs: 1_000, endMs: 1_900 },
    { id: newId, speaker: 'Anna', startMs: 2_000, endMs: whole.endMs },
  ])
  expect(parts?.flatMap(({ words }) => words)).toEqual(whole.words)
})

it('shares the time of a word that is cut by its letters', () => {
  const parts = splitSegment(said('weagreed'), { character: 2 }, newId)
  expect(parts?.map(({ words }) => words)).toEqual([
    [{ text: 'we', startMs: 1_000, endMs: 1_100, confidence: 0.5 }],
    [{ text: 'agreed', startMs: 1_100, endMs: 1_400, confidence: 0.5 }],
  ])
})

it('leaves a stretch alone in which two parts would begin at once', () => {
  expect(splitSegment({ ...said('a b'), endMs: 1_001 }, { word: 1 }, newId)).toBeNull()
})

it('is what joining takes back', () => {
  const whole = said('we agreed to wait')
  const parts = splitSegment(whole, { word: 3 }, newId)
  if (!parts) throw new Error('it can be divided')
  expect(mergeSegments(parts)).toEqual(whole)
})
