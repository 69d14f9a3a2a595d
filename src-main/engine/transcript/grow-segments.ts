import type { SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'
import { endsSentence } from '../language/ends-sentence.ts'

/** A segment as it stands after more words; while it is `open`, words may follow. */
export interface Growth {
  readonly segment: Segment
  readonly open: boolean
}

export interface GrowingText {
  /** The segment that takes the next words, if any. */
  readonly open: Segment | null
  /** Where the last word ended: no word begins before it. */
  readonly endMs: number
}

/** A sentence that never ends, as models write them of mumbling, is broken at a pause after so many words, or by force. */
const longWords = 30
const longestWords = 60
const longPauseMs = 300

/** A silence that nobody keeps in the middle of a sentence. */
const pauseMs = 1_500

/**
 * Lays committed words into segments: a segment is a sentence, as far as the words tell. Words are added at the end and
 * never changed; times never run backwards.
 */
export function growSegments(
  text: GrowingText,
  words: readonly Word[],
  { track, newId }: { readonly track: TrackName; readonly newId: () => SegmentId },
): readonly [GrowingText, readonly Growth[]] {
  const grown = new Map<SegmentId, Growth>()
  let { open, endMs } = text
  for (const word of words) {
    const placed = placeAfter(endMs, word)
    if (open && breaksBefore(open, placed)) {
      grown.set(open.id, { segment: open, open: false })
      open = null
    }
    open = open ? extend(open, placed) : begin(placed, track, newId())
    endMs = placed.endMs
    const ends = endsSentence(placed)
    grown.set(open.id, { segment: open, open: !ends })
    if (ends) open = null
  }
  return [{ open, endMs }, [...grown.values()]]
}

/** Nothing more will be said of the open segment. */
export function closeSegments(text: GrowingText): readonly [GrowingText, readonly Growth[]] {
  const { open, endMs } = text
  return [{ open: null, endMs }, open ? [{ segment: open, open: false }] : []]
}

function placeAfter(endMs: number, word: Word): Word {
  const startMs = Math.max(endMs, Math.round(word.startMs))
  const confidence = Math.round(word.confidence * 1000) / 1000
  return { text: word.text, startMs, endMs: Math.max(startMs, Math.round(word.endMs)), confidence }
}

function breaksBefore({ words, endMs }: Segment, { startMs }: Word): boolean {
  const silenceMs = startMs - endMs
  if (silenceMs >= pauseMs || words.length >= longestWords) return true
  return words.length >= longWords && silenceMs >= longPauseMs
}

function begin(word: Word, track: TrackName, id: SegmentId): Segment {
  const { text, startMs, endMs } = word
  return { id, track, speaker: null, startMs, endMs, text, status: 'committed', words: [word] }
}

function extend(segment: Segment, word: Word): Segment {
  return {
    ...segment,
    endMs: word.endMs,
    text: `${segment.text} ${word.text}`,
    words: [...segment.words, word],
  }
}
