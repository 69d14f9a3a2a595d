import type { Segment } from '#contract/transcript.ts'

/** The smallest stretch of text with a time of its own that may stand on a line by itself. */
export interface Piece {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  /** A space stands before it in the text. */
  readonly spaced: boolean
}

interface Span {
  readonly from: number
  readonly to: number
  readonly startMs: number
  readonly endMs: number
}

/**
 * Cuts a segment's text into pieces with times. The text is what counts, since a person may have
 * corrected it: the times of its words are used while the words still spell the text, else the
 * segment's time is spread evenly over the letters.
 */
export function speechPieces(segment: Segment, longest: number): Piece[] {
  const tokens = cleanTokens(segment.text)
  const letters = tokens.join('')
  const spans = wordSpans(segment, letters) ?? [
    { from: 0, to: letters.length, startMs: segment.startMs, endMs: segment.endMs },
  ]
  const pieces: Piece[] = []
  let from = 0
  for (const token of tokens) {
    for (const [index, text] of cutLong(token, from, spans, longest).entries()) {
      const to = from + text.length
      const startMs = timeAt(spans, from, 'start')
      const endMs = Math.max(startMs, timeAt(spans, to, 'end'))
      pieces.push({ text, startMs, endMs, spaced: index === 0 })
      from = to
    }
  }
  return pieces
}

/** Words as they are separated by white space. Control characters would break lines or files. */
export function cleanTokens(text: string): string[] {
  return text
    .toWellFormed()
    .split(/[\s\p{Cc}]+/u)
    .filter((token) => token !== '')
}

/** Where each word lies among the letters of the text, or null when they spell something else. */
function wordSpans(segment: Segment, letters: string): Span[] | null {
  const spans: Span[] = []
  let to = 0
  for (const { text, startMs, endMs } of segment.words) {
    const from = to
    to += cleanTokens(text).join('').length
    if (to > from) spans.push({ from, to, startMs, endMs })
  }
  const spelled = segment.words.map((word) => cleanTokens(word.text).join('')).join('')
  return spans.length > 0 && spelled === letters ? spans : null
}

/** A script without spaces makes long tokens: they are cut where words meet, then by length. */
function cutLong(token: string, offset: number, spans: readonly Span[], longest: number): string[] {
  if (token.length <= longest) return [token]
  const meetings = spans.map(({ from }) => from - offset)
  const cuts = [0, ...meetings.filter((at) => at > 0 && at < token.length), token.length]
  return cuts.slice(1).flatMap((cut, index) => chunks(token.slice(cuts[index], cut), longest))
}

/** Never cuts inside of what a person sees as one character. */
function chunks(text: string, longest: number): string[] {
  const parts: string[] = []
  let part = ''
  for (const { segment } of graphemes.segment(text)) {
    if (part !== '' && part.length + segment.length > longest) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return part === '' ? parts : [...parts, part]
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The time at a place between letters: the end of the span before it, or the start of the one after. */
function timeAt(spans: readonly Span[], place: number, side: 'start' | 'end'): number {
  const span = spans.find(({ from, to }) =>
    side === 'start' ? place >= from && place < to : place > from && place <= to,
  )
  if (!span) return 0
  const share = (place - span.from) / (span.to - span.from)
  return Math.round(span.startMs + share * Math.max(0, span.endMs - span.startMs))
}
