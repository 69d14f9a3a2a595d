/** What was said, cut into sentences that can be cited. */
import { citationOf } from '../evidence/citation-of.ts'
import type { Citation } from '#contract/citation.ts'
import type { Segment } from '#contract/transcript.ts'

export interface Sentence {
  readonly text: string
  readonly citation: Citation
  /** Content words, cut to their beginnings so that forms of one word are alike. */
  readonly terms: readonly string[]
}

const sentenceEnd = /(?<=[.!?…。！？]["'”’)\]]*)\s+/u
const stemLength = 6
const shortestTerm = 4

/** Of at least a few words each, in the order in which they were said. */
export function sentencesOf(segments: readonly Segment[]): Sentence[] {
  return segments.flatMap((segment) =>
    segment.text
      .split(sentenceEnd)
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ text, citation: citationOf(segment), terms: termsOf(text) })),
  )
}

/** Who said it, as it stands in front of a line; null where nobody knows. */
export function speakerOf({ speaker, track }: Segment): string | null {
  if (speaker !== null) return speaker
  return track === 'mix' ? null : track === 'me' ? 'Me' : 'Them'
}

/** A segment as a language model reads it and as what is claimed of it is checked against. */
export function spokenLine(segment: Segment): string {
  // One line, whatever is said in it: nothing that was said may look like a line of its own.
  const text = segment.text.replace(/\s+/g, ' ').trim()
  const speaker = speakerOf(segment)
  return speaker === null ? text : `${speaker.replace(/[\s:]+/g, ' ')}: ${text}`
}

function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words
    .filter((word) => word.length >= shortestTerm || /\p{N}/u.test(word))
    .map((word) => word.slice(0, stemLength))
}
