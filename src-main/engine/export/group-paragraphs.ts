import type { Transcript } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { cleanTokens } from './speech-pieces.ts'
import { type Voices, voiceOf } from './voice-of.ts'
import { wordsIn } from './words.ts'

/** What one voice says without being interrupted. */
export interface Paragraph {
  readonly startMs: number
  readonly voice: string | null
  readonly text: string
}

/** A silence of this length begins a new paragraph. */
const pauseMs = 3000
/** A paragraph that has grown to this length ends with its segment. */
const longEnough = 600

interface Around {
  readonly voices?: Voices
  /** Places where a paragraph ends, because something stands between. */
  readonly breaks?: ReadonlyArray<{ readonly atMs: number }>
}

/** The segments of one paragraph. */
export interface Group {
  readonly startMs: number
  readonly voice: string | null
  readonly segments: readonly Segment[]
}

/** In the order spoken, ended at each break. Where two voices overlap, each keeps its own paragraphs. */
export function groupParagraphs(transcript: Spoken, around: Around = {}): Paragraph[] {
  return groupSegments(transcript, around).map(({ startMs, voice, segments }) => {
    const text = segments.map((segment) => cleanTokens(segment.text).join(' ')).join(' ')
    return { startMs, voice, text }
  })
}

type Spoken = Pick<Transcript, 'segments'>

/** The same with the segments as they are; those without any text are left out. */
export function groupSegments(
  { segments }: Spoken,
  { voices = wordsIn.en, breaks = [] }: Around = {},
): Group[] {
  const groups: Group[] = []
  let last: Segment | null = null
  let length = 0
  for (const segment of segments) {
    const text = cleanTokens(segment.text).join(' ')
    if (text === '') continue
    const open = groups.at(-1)
    const parted = breaks.some(({ atMs }) => last && atMs >= last.startMs && atMs < segment.startMs)
    if (last && open && !parted && goesOn(last, segment) && length < longEnough) {
      groups[groups.length - 1] = { ...open, segments: [...open.segments, segment] }
      length += text.length + 1
    } else {
      const { startMs } = segment
      groups.push({ startMs, voice: voiceOf(segment, voices), segments: [segment] })
      length = text.length
    }
    last = segment
  }
  return groups
}

function goesOn(last: Segment, next: Segment): boolean {
  const sameVoice = last.track === next.track && voiceOf(last) === voiceOf(next)
  return sameVoice && next.startMs - last.endMs < pauseMs
}
