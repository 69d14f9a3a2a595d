import type { Utterance } from './cut-utterances.ts'

/**
 * A stretch of a recording that is decoded in one call: one or more utterances with the pauses between.
 * A full-length model window costs the same for 3 s as for 28 s, so a recording is read in long pieces.
 */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly utterances: readonly Utterance[]
}

export interface PieceRules {
  /** A piece is never longer than this many samples, unless a single utterance is. */
  readonly longest: number
  /** A pause of this many samples always ends a piece: silence is where models invent words. */
  readonly pause: number
}

/** Adds an utterance; returns the piece under way and the one that it completed, if any. */
export function addToPiece(
  piece: Piece | null,
  utterance: Utterance,
  rules: PieceRules,
): readonly [Piece, Piece | null] {
  const { from, to } = utterance
  if (piece && to - piece.from <= rules.longest && from - piece.to < rules.pause)
    return [{ from: piece.from, to, utterances: [...piece.utterances, utterance] }, null]
  return [{ from, to, utterances: [utterance] }, piece]
}
