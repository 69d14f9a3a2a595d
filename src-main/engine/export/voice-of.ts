import type { Segment } from '#contract/transcript.ts'
import { cleanTokens } from './speech-pieces.ts'

/** Who speaks, for people: a name where one is known, else the side of the conversation, else null. */
export function voiceOf({ speaker, track }: Pick<Segment, 'speaker' | 'track'>): string | null {
  const name = cleanTokens(speaker ?? '').join(' ')
  if (name !== '') return name
  switch (track) {
    case 'me':
      return 'Me'
    case 'them':
      return 'Them'
    case 'mix':
      return null
  }
}
