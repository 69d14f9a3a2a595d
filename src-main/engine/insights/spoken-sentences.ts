import type { Citation } from '#contract/citation.ts'
import type { Segment } from '#contract/transcript.ts'
import { citationOf } from '../evidence/citation-of.ts'
import { sentencesOf } from '#engine/language/sentences.ts'

/** A sentence of one speaker, though recognition may have cut it. */
export interface SpokenSentence {
  readonly text: string
  readonly track: Segment['track']
  readonly speaker: string | null
  /** Of the segments that it lies in. */
  readonly startMs: number
  readonly endMs: number
  readonly citations: readonly Citation[]
}

/** A longer pause ends a sentence that has no mark. */
const longestPauseMs = 1_500
/** It ends one that is plainly not finished only after so long. */
const longestHaltMs = 5_000
const ended = /[.!?…]["'”’)\]]*$/u
const beginsWithCapital = /^["'“‘(¿¡]*\p{Lu}/u
/** No sentence ends with them. */
const leadsOn =
  /(?:^|[\s'’])(?:the|a|an|to|of|for|with|by|from|and|or|but|my|our|your|their|his|its|will|is|are|can|i'll|we'll|very|into|about|il|lo|la|i|gli|le|un|una|uno|di|del|della|dei|delle|degli|dell|a|al|alla|ai|alle|da|dal|dalla|in|nel|nella|con|per|tra|fra|entro|e|o|ma|che|se|mio|nostro|sul|sulla|l|dobbiamo|deve|devo)['’,]?$/iu

interface Open {
  readonly pieces: Segment[]
  text: string
}

/** In the order in which they begin. `split` gives the sentences of a segment's text, and may remember them. */
export function spokenSentences(
  segments: readonly Segment[],
  split: (segment: Segment) => readonly string[],
): SpokenSentence[] {
  const sentences: { order: number; sentence: SpokenSentence }[] = []
  const open = new Map<string, Open & { order: number }>()

  function close(track: string): void {
    const left = open.get(track)
    open.delete(track)
    if (left) sentences.push({ order: left.order, sentence: sentenceOf(left) })
  }

  let order = 0
  for (const segment of segments) {
    const before = open.get(segment.track)
    for (const [at, text] of split(segment).entries()) {
      order++
      const going = at === 0 ? before : undefined
      if (going && goesOn(going, segment, text)) {
        going.pieces.push(segment)
        going.text = `${going.text} ${text}`
      } else {
        close(segment.track)
        open.set(segment.track, { pieces: [segment], text, order })
      }
      if (ended.test(text)) close(segment.track)
    }
  }
  for (const track of open.keys()) close(track)
  return sentences.toSorted((a, b) => a.order - b.order).map(({ sentence }) => sentence)
}

/** The sentences of a text, as `spokenSentences` wants them. */
export function splitText(text: string): string[] {
  return sentencesOf(text).map((sentence) => sentence.text)
}

function goesOn({ pieces, text }: Open, next: Segment, more: string): boolean {
  const last = pieces.at(-1)
  if (!last || last.speaker !== next.speaker || pieces.length > 8) return false
  const pauseMs = next.startMs - last.endMs
  if (leadsOn.test(text)) return pauseMs <= longestHaltMs
  if (pauseMs > longestPauseMs) return false
  // Whoever writes capitals would have written a mark, so what has none goes on; without capitals nobody can tell.
  return beginsWithCapital.test(text) && (!beginsWithCapital.test(more) || text.endsWith(','))
}

function sentenceOf({ pieces, text }: Open): SpokenSentence {
  const [first] = pieces
  const last = pieces.at(-1)
  return {
    text,
    track: first?.track ?? 'mix',
    speaker: first?.speaker ?? null,
    startMs: first?.startMs ?? 0,
    endMs: last?.endMs ?? 0,
    citations: pieces.map(citationOf),
  }
}
