import type { Segment } from '#contract/transcript.ts'
import { cleanTokens } from './speech-pieces.ts'
import { type Words, wordsIn } from './words.ts'

/** The two sides of a conversation, as they are called where nobody has a name. */
export type Voices = Pick<Words, 'me' | 'them'>

/** Who speaks, for people: a name where one is known, else the side of the conversation, else null. */
export function voiceOf(
  { speaker, track }: Pick<Segment, 'speaker' | 'track'>,
  voices: Voices = wordsIn.en,
): string | null {
  const name = cleanTokens(speaker ?? '').join(' ')
  if (name !== '') return name
  return track === 'mix' ? null : voices[track]
}
