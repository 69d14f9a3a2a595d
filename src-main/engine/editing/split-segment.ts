import type { SplitPlace } from '#contract/edit.ts'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment, Word } from '#contract/transcript.ts'

/** Shorter than this, in milliseconds, there is no time to divide: both parts need a beginning of their own. */
const shortestMs = 2

/** Both parts of a segment whose words are those of its text; null where nothing is to divide. The first keeps its id. */
export function splitSegment(
  segment: Segment,
  place: SplitPlace,
  newId: SegmentId,
): readonly [Segment, Segment] | null {
  if (segment.endMs - segment.startMs < shortestMs) return null
  const at = characterOf(segment.text, place)
  if (at === null) return null
  const [left, right] = [segment.text.slice(0, at).trimEnd(), segment.text.slice(at).trimStart()]
  if (left.trim() === '' || right === '') return null
  const [before, after] = wordsOfParts(segment, left)
  const [first, last] = [after[0], before.at(-1)]
  const latest = segment.endMs - 1
  const cutMs = Math.min(Math.max(first?.startMs ?? 0, segment.startMs + 1), latest)
  const endMs = Math.max(segment.startMs, Math.min(last?.endMs ?? cutMs, cutMs))
  const status = 'final' as const
  return [
    { ...segment, endMs, text: left, status, words: before },
    { ...segment, id: newId, startMs: cutMs, text: right, status, words: after },
  ]
}

/** Where in the text that is; never in the middle of a letter. */
function characterOf(text: string, place: SplitPlace): number | null {
  if ('word' in place) {
    const starts = Array.from(text.matchAll(/\S+/gu), ({ index }) => index)
    return starts[place.word] ?? null
  }
  if (place.character >= text.length) return null
  const rest = /^[\p{M}\u{DC00}-\u{DFFF}]+/u.exec(text.slice(place.character))
  return place.character + (rest?.[0].length ?? 0)
}

/** The words of each part; a word that is cut gives each part its share of its time. */
function wordsOfParts({ words }: Segment, left: string): readonly [Word[], Word[]] {
  const counted = left.split(/\s+/).filter((word) => word !== '')
  const last = words[counted.length - 1]
  const part = counted.at(-1) ?? ''
  if (!last || last.text === part)
    return [words.slice(0, counted.length), words.slice(counted.length)]
  const share = part.length / last.text.length
  const cutMs = Math.round(last.startMs + (last.endMs - last.startMs) * share)
  return [
    [...words.slice(0, counted.length - 1), { ...last, text: part, endMs: cutMs }],
    [
      { ...last, text: last.text.slice(part.length), startMs: cutMs },
      ...words.slice(counted.length),
    ],
  ]
}
