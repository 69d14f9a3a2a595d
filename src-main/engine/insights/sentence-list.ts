import type { Reading } from './read-sentence.ts'
import type { SpokenSentence } from './spoken-sentences.ts'

/** A sentence, and what the rules know of it. */
export interface ReadSentence extends SpokenSentence {
  readonly reading: Reading
}

/** Whether two sentences may be of two people: where several share a track without names nobody can tell. */
export function mayBeOthers(a: ReadSentence, b: ReadSentence): boolean {
  if (a.track !== b.track) return true
  if (a.track === 'me') return false
  return a.speaker === null || b.speaker === null || a.speaker !== b.speaker
}

/** By which name who speaks goes; null where nobody knows. */
export function speakerOf({ track, speaker }: ReadSentence): string | null {
  return track === 'me' ? 'me' : speaker
}
