import { toSamples as ms } from '../audio/frames.ts'

/** When words of an utterance under way are shown, and when they are settled. Samples, but for `Ms`. */
export interface LiveRules {
  /** A word is settled when it ends so long before the end of the sound that was looked at: nearer, it is cut or guessed. */
  readonly guardMs: number
  /** Two looks confirm each other only if the second heard so much more. */
  readonly apart: number
  /** A pause between two settled words in which the window may begin anew. */
  readonly pauseMs: number
  /** A window shorter than this is not trimmed: the model hears better with what came before. */
  readonly trimFrom: number
  /** A window never grows longer: what is far enough from its end is settled then without a second look. */
  readonly longest: number
  /** How young a last word is too young to be shown; 0 shows every word. */
  readonly hideMs: number
}

export const liveRules: LiveRules = {
  guardMs: 500,
  apart: ms(300),
  pauseMs: 150,
  trimFrom: ms(5_000),
  longest: ms(12_000),
  hideMs: 0,
}
