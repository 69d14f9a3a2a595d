import { growth } from '../audio/growth.ts'
import type { TimedWord } from './match-words.ts'

/** What is understood of `them` so far, in times of the meeting, for those who must not write it down again. */
export interface TheirWords {
  /** Words that are kept; everything before `toSample` is text now. */
  add(words: readonly TimedWord[], toSample: number): void
  /** What is understood so far of an utterance under way, until it is kept. */
  look(words: readonly TimedWord[], toSample: number): void
  /** Nothing more will come: their reader is done, or has failed. */
  end(): void
  /** Resolves when everything before `sample` is text, or when nothing more will come. */
  readPast(sample: number, signal: AbortSignal): Promise<void>
  /** The kept words that begin before `endMs` and end after `startMs`. */
  between(startMs: number, endMs: number): TimedWord[]
  /** Also the words that may still change, and how far all of them reach. */
  soFar(startMs: number): { readonly words: TimedWord[]; readonly toSample: number }
}

/** `words` and `toSample`: what an earlier run has kept. */
export function theirWords(words: readonly TimedWord[], toSample: number): TheirWords {
  const kept = [...words]
  const progress = growth()
  let read = toSample
  let ended = false
  let seen: { readonly words: readonly TimedWord[]; readonly toSample: number } | null = null

  return {
    add(more, to) {
      kept.push(...more)
      read = Math.max(read, to)
      if (seen && seen.toSample <= read) seen = null
      progress.tell()
    },
    look(more, to) {
      seen = { words: more, toSample: to }
    },
    end() {
      ended = true
      progress.tell()
    },
    async readPast(sample, signal) {
      await progress.wait(() => (read >= sample ? 'grown' : ended ? 'closed' : null), signal)
    },
    between: (startMs, endMs) =>
      kept.filter((word) => word.endMs >= startMs && word.startMs < endMs),
    soFar: (startMs) => ({
      words: [...kept, ...(seen?.words ?? [])].filter((word) => word.endMs >= startMs),
      toSample: Math.max(read, seen?.toSample ?? 0),
    }),
  }
}
