import type { Transcript } from '#contract/meeting.ts'
import type { Segment } from '#contract/transcript.ts'
import { cleanTokens } from './speech-pieces.ts'
import { voiceOf } from './voice-of.ts'

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

/** In the order spoken, ended at each break. Where two voices overlap, each keeps its own paragraphs. */
export function groupParagraphs(
  { segments }: Pick<Transcript, 'segments'>,
  breaks: ReadonlyArray<{ readonly atMs: number }> = [],
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let last: Segment | null = null
  for (const segment of segments) {
    const text = cleanTokens(segment.text).join(' ')
    if (text === '') continue
    const open = paragraphs.at(-1)
    const parted = breaks.some(({ atMs }) => last && atMs >= last.startMs && atMs < segment.startMs)
    if (last && open && !parted && goesOn(last, segment) && open.text.length < longEnough) {
      paragraphs[paragraphs.length - 1] = { ...open, text: `${open.text} ${text}` }
    } else {
      paragraphs.push({ startMs: segment.startMs, voice: voiceOf(segment), text })
    }
    last = segment
  }
  return paragraphs
}

function goesOn(last: Segment, next: Segment): boolean {
  const sameVoice = last.track === next.track && voiceOf(last) === voiceOf(next)
  return sameVoice && next.startMs - last.endMs < pauseMs
}
