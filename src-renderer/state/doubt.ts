/** Words that the model itself was unsure of. */
import type { Segment } from '#contract/transcript.ts'
import type { Range } from './find-text.ts'

/** Of the words with less than this more than half were wrong under noise, of the others 4 %: `rtstt bench doubt`. */
export const doubtfulBelow = 0.5

/** A long meeting is drawn again and again, and its segments stay what they are. */
const known = new WeakMap<Segment, readonly Range[]>()

/** Where in the text of a segment the doubtful words stand; neighbours are one place. */
export function doubtfulRanges(segment: Segment): readonly Range[] {
  const ranges = known.get(segment) ?? findDoubt(segment)
  known.set(segment, ranges)
  return ranges
}

function findDoubt({ text, words }: Segment): readonly Range[] {
  const ranges: Range[] = []
  let at = 0
  let before: Range | null = null
  for (const { text: word, confidence } of words) {
    const from = text.indexOf(word, at)
    // A text that somebody corrected no longer has all the words that were heard.
    if (from < 0) continue
    at = from + word.length
    const isDoubtful = confidence < doubtfulBelow && word !== ''
    if (!isDoubtful) before = null
    else {
      const joins: boolean = before !== null && text.slice(before.to, from).trim() === ''
      const range: Range = { from: joins && before ? before.from : from, to: at }
      if (joins) ranges.pop()
      ranges.push(range)
      before = range
    }
  }
  return ranges
}
