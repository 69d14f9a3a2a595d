import { toSamples as ms } from '../audio/frames.ts'
import { type HopRules, hopRules } from './hop.ts'

/**
 * When an utterance under way is looked at, what of it is shown, and when words are settled. Lengths are samples, but for
 * those named in milliseconds. What each rule buys is measured by `rtstt bench policy`.
 */
export interface LiveRules {
  /** Speech needed before the first look. */
  readonly firstLook: number
  /** Voice that an utterance must have before it is looked at. */
  readonly leastVoice: number
  readonly hop: HopRules
  /** As soon as nobody speaks, the utterance is looked at to its end: if it ends there, nothing is left to be decoded. */
  readonly looksAtEnd: boolean
  /** Looks compute the model's whole window instead of as much as their sound needs. */
  readonly wholeWindow: boolean
  /** How many looks in a row must hear a word alike before it is settled. */
  readonly witnesses: 1 | 2
  /** Two looks confirm each other only if the second heard so much more. */
  readonly apart: number
  /** A word is settled when it ends so long before the end of the sound that was looked at: nearer, it is cut or guessed. */
  readonly guardMs: number
  /** A pause between two settled words in which the window may begin anew. */
  readonly pauseMs: number
  /** A window shorter than this is not trimmed: the model hears better with what came before. */
  readonly trimFrom: number
  /** How far around a seam its quietest place is looked for. */
  readonly seamReach: number
  /** A window never grows longer: what is far enough from its end is settled then without a second look. */
  readonly longest: number
}

export const liveRules: LiveRules = {
  firstLook: ms(500),
  leastVoice: ms(160),
  hop: hopRules,
  looksAtEnd: true,
  wholeWindow: false,
  witnesses: 2,
  apart: ms(300),
  guardMs: 500,
  pauseMs: 150,
  trimFrom: ms(5_000),
  seamReach: ms(150),
  longest: ms(12_000),
}
