/** Whether what an edit changed is still as it left it, and what putting it back means for what is there now. */
import type { SegmentId } from '#contract/ids.ts'
import type { Segment, Word } from '#contract/transcript.ts'
import { type Change, type SpeakerChange, type TextChange, turned } from './change.ts'

export type Current = (id: SegmentId) => Segment | null

/**
 * The change that puts back what was before; null where something else has changed its text meanwhile. Who says it may have
 * been changed since, and stays so.
 */
export function putBack(change: Change, current: Current): Change | null {
  return change.about === 'text' ? textPutBack(change, current) : voicesPutBack(change, current)
}

function voicesPutBack({ voices }: SpeakerChange, current: Current): SpeakerChange | null {
  const isLeft = voices.every(({ segmentId, after }) => {
    const segment = current(segmentId)
    return segment !== null && segment.speaker === after
  })
  if (!isLeft) return null
  return { about: 'speaker', voices: voices.map(turned) }
}

function textPutBack({ before, after }: TextChange, current: Current): TextChange | null {
  const known = new Set(before.map(({ id }) => id))
  const staying = new Set(after.map(({ id }) => id))
  const there: Segment[] = []
  for (const left of after) {
    const now = current(left.id)
    if (!now || !saysTheSame(now, left)) return null
    if (!known.has(left.id) && now.speaker !== left.speaker) return null
    there.push(now)
  }
  if (before.some(({ id }) => !staying.has(id) && current(id) !== null)) return null
  const restored = before.map((segment) => ({
    ...segment,
    speaker: speakerNow(segment, after, there),
  }))
  return { about: 'text', before: there, after: restored }
}

/** A voice that was named since keeps its name. */
function speakerNow(
  segment: Segment,
  after: readonly Segment[],
  there: readonly Segment[],
): string | null {
  const own = after.findIndex(({ id }) => id === segment.id)
  if (own >= 0)
    return after[own]?.speaker === there[own]?.speaker
      ? segment.speaker
      : (there[own]?.speaker ?? null)
  const named = new Set(
    there.flatMap(({ speaker }, index) =>
      after[index]?.speaker === segment.speaker ? [speaker] : [],
    ),
  )
  const [only = null] = named
  return named.size === 1 ? only : segment.speaker
}

function saysTheSame(a: Segment, b: Segment): boolean {
  return (
    a.text === b.text &&
    a.track === b.track &&
    a.startMs === b.startMs &&
    a.endMs === b.endMs &&
    a.words.length === b.words.length &&
    a.words.every((word, index) => isSameWord(word, b.words[index]))
  )
}

function isSameWord(a: Word, b: Word | undefined): boolean {
  return a.text === b?.text && a.startMs === b.startMs && a.endMs === b.endMs
}
