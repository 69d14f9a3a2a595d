import { toSamples } from '../audio/frames.ts'
import type { Window } from './cut-utterances.ts'
import { voiceRules, windowSamples } from './voice-rules.ts'

/** Remembers for the latest sound which of its windows held a voice. */
export interface VoiceTrail {
  add(window: Window): void
  /** The share of `[from, to)` that was voiced, 0 to 1; null where it is not known any more, or not yet. */
  share(from: number, to: number): number | null
}

/** The same share of a stretch that begins at sample `first`, for times in milliseconds from there. */
export function voicedFrom(
  { share }: Pick<VoiceTrail, 'share'>,
  first: number,
): (startMs: number, endMs: number) => number | null {
  return (startMs, endMs) => share(first + toSamples(startMs), first + toSamples(endMs))
}

/** Two minutes, longer than anything that is decoded in one piece. */
const most = Math.ceil((120 * 16_000) / windowSamples)

export function voiceTrail(): VoiceTrail {
  const voiced: boolean[] = []
  let first = 0

  return {
    add({ from, probability }) {
      // A reader begins anywhere, and a pause may leave part of a window out: places are kept, not counts.
      if (voiced.length === 0 || from !== first + voiced.length * windowSamples) {
        voiced.length = 0
        first = from
      }
      voiced.push(probability >= voiceRules.closeAt)
      if (voiced.length <= most) return
      voiced.shift()
      first += windowSamples
    },
    share(from, to) {
      const begin = Math.floor((from - first) / windowSamples)
      const end = Math.max(begin + 1, Math.ceil((to - first) / windowSamples))
      if (begin < 0 || begin >= voiced.length) return null
      const windows = voiced.slice(begin, end)
      return windows.filter(Boolean).length / windows.length
    },
  }
}
