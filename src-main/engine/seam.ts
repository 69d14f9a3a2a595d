/**
 * A reader that goes on after a kill may begin in the middle of a sentence, even of a word: times of words are not exact.
 * It hears the sentence again from its beginning, knows the words that are kept by what they are, and adds what is new.
 */
import type { SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'
import { toMs, toSamples } from './audio/frames.ts'
import { endsSentence } from './language/ends-sentence.ts'
import { matchCommitted } from './recognition/match-committed.ts'
import type { Spoken } from './recognition/understand.ts'
import { type GrowingText, type Growth, growSegments } from './transcript/grow-segments.ts'
import { placeWords } from './transcript/words-in-time.ts'

export interface Seam {
  /** The segment that ends where reading goes on. */
  readonly before: Segment
  /** Whether a person has written it: then nothing is added to it. */
  readonly pinned: boolean
  /** Where to hear from, in samples. */
  readonly from: number
}

/** The reader was told by a word's end where to go on; a position behind a pause lies further away. */
const touchingMs = 30

/** What is heard again is no longer than this, and begins a little before its first word. */
const longestMs = 8_000
const leadMs = 150

/** Who speaks on is heard at once; a voice that begins later begins a new sentence. */
const reach = toSamples(100)

/** Whether what is said from this sample on goes on with what was read up to `at`. */
export function goesOn(at: number, from: number): boolean {
  return from - at <= reach
}

/** Null where no kept text of this track ends at this sample. */
export function seamAt(
  at: number,
  nearby: readonly Segment[],
  isWritten: (id: SegmentId) => boolean,
): Seam | null {
  const before = nearby.findLast(({ endMs }) => Math.abs(endMs - toMs(at)) <= touchingMs)
  const first = before?.words.find(({ startMs }) => startMs >= before.endMs - longestMs)
  if (!before || !first) return null
  const from = toSamples(Math.max(0, first.startMs - leadMs))
  return { before, pinned: isWritten(before.id), from }
}

/** The words that are heard again, in times of the meeting. */
export function heardAgain({ before, from }: Seam): readonly Word[] {
  return before.words.filter(({ startMs }) => startMs >= toMs(from))
}

/** What takes the next words of the unfinished sentence, where they can be added to it. */
export function growingAt({ before, pinned }: Seam): GrowingText {
  const last = before.words.at(-1)
  const isOver = pinned || !last || endsSentence(last)
  return { open: isOver ? null : before, endMs: before.endMs }
}

/** What is new of what was heard from the seam on, in times from there. */
export function newBehind(seam: Seam, spoken: readonly Spoken[]): readonly Spoken[] {
  const { before } = seam
  const firstMs = toMs(seam.from)
  let known = matchCommitted(heardAgain(seam), placeWords(spoken, firstMs))
  return spoken.flatMap((said) => {
    const words = said.words.slice(known).map(notBefore(before.endMs - firstMs))
    known = Math.max(0, known - said.words.length)
    if (words.length === said.words.length) return [{ ...said, words }]
    const [first, last] = [words[0], words.at(-1)]
    if (!first || !last) return []
    const text = words.map((word) => word.text).join(' ')
    return [{ text, words, startMs: first.startMs, endMs: last.endMs }]
  })
}

/** Lays the rest of an unfinished sentence behind its beginning; what comes after it is left. */
export function finishSentence(
  seam: Seam,
  spoken: readonly Spoken[],
  how: { readonly track: TrackName; readonly newId: () => SegmentId },
): { readonly grown: readonly Growth[]; readonly left: readonly Spoken[] } {
  const growing = growingAt(seam)
  const [rest, ...left] = spoken
  if (!growing.open || !rest) return { grown: [], left: spoken }
  const [, grown] = growSegments(growing, placeWords([rest], toMs(seam.from)), how)
  return { grown: grown.map(({ segment }) => ({ segment, open: false })), left }
}

function notBefore(ms: number) {
  return <Timed extends Pick<Word, 'startMs' | 'endMs'>>(word: Timed): Timed => {
    const startMs = Math.max(ms, word.startMs)
    return { ...word, startMs, endMs: Math.max(startMs, word.endMs) }
  }
}
