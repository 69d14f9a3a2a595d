import { toSamples as ms } from '../audio/frames.ts'
import type { Rules } from './cut-utterances.ts'
import type { PieceRules } from './merge-pieces.ts'

/** Samples of one voice-detection window: 32 ms. */
export const windowSamples = 512

/** Silero's own thresholds; the pauses are those between sentences of unhurried speech. */
export const voiceRules: Rules = {
  openAt: 0.5,
  closeAt: 0.35,
  shortest: ms(96),
  longest: ms(14_000),
  lookBack: ms(3_000),
  padBefore: ms(300),
  padAfter: ms(200),
  patience: [
    { from: 0, silence: ms(512) },
    { from: ms(6_000), silence: ms(384) },
    { from: ms(10_000), silence: ms(224) },
  ],
}

/** Pieces a little shorter than a Whisper window of 30 s, broken at pauses that part one topic from the next. */
export const pieceRules: PieceRules = { longest: ms(28_000), pause: ms(2_000) }
