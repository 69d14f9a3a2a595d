import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { doubtfulRanges } from './doubt.ts'

/** A segment whose words are followed by their confidence: `we 0.9 agreed 0.3`. */
function heard(words: string, text = words.replace(/ 0\.\d+/g, '')): Segment {
  const pairs = [...words.matchAll(/(\S+) (0\.\d+)/g)]
  return {
    id: SegmentId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
    track: 'me',
    speaker: null,
    startMs: 0,
    endMs: 1_000,
    text,
    status: 'committed',
    words: pairs.map(([, word = '', confidence]) => ({
      text: word,
      startMs: 0,
      endMs: 0,
      confidence: Number(confidence),
    })),
  }
}

function doubtfulIn(segment: Segment): readonly string[] {
  return doubtfulRanges(segment).map(({ from, to }) => segment.text.slice(from, to))
}

it.each([
  ['we 0.9 agreed 0.8', []],
  ['we 0.9 agreed 0.3 to 0.9', ['agreed']],
  ['we 0.2 agreed 0.3 to 0.9 ship. 0.1', ['we agreed', 'ship.']],
  ['no 0.1 no 0.9 no 0.1', ['no', 'no']],
])('finds the doubtful words of %j', (words, expected) => {
  expect(doubtfulIn(heard(words))).toEqual(expected)
})

it('finds those that are left of a corrected text, at their places', () => {
  const corrected = heard('we 0.9 shop 0.2 the 0.2 release 0.9', 'We ship the new release')
  expect(doubtfulIn(corrected)).toEqual(['the'])
})

it('finds nothing where words have no times or are not known', () => {
  expect(doubtfulRanges(heard('', 'A text without words.'))).toEqual([])
})
