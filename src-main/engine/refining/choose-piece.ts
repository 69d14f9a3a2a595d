/** During a call: which finished stretch is read again next, and whether now. */

export interface Candidate {
  readonly from: number
  readonly to: number
  /** How often reading it had to give way. */
  readonly tries: number
}

/** The machine at this moment; in samples where it says nothing else. */
export interface Moment {
  /** How far every track has become text. */
  readonly readTo: number
  /** How far the sound goes. */
  readonly heardTo: number
  readonly isSpeaking: boolean
  /** What reading a sample again takes, in milliseconds; null: not known yet. */
  readonly msPerSample: number | null
}

export interface ChoiceRules {
  /** A stretch is this old before it is read again. */
  readonly age: number
  /** With more sound waiting to become text, nothing is read again. */
  readonly lag: number
  /** While somebody speaks there is this much time between two decodes of what they say. */
  readonly betweenLooksMs: number
  /** After a stretch had to give way it waits so long, and twice as long each time. */
  readonly patience: number
  readonly longestPatience: number
}

/** The cheapest of those that may be read now; null where none may. */
export function choosePiece<Piece extends Candidate>(
  candidates: readonly Piece[],
  { readTo, heardTo, isSpeaking, msPerSample }: Moment,
  rules: ChoiceRules,
): Piece | null {
  if (heardTo - readTo > rules.lag) return null
  const fits = ({ from, to }: Candidate): boolean =>
    !isSpeaking || (msPerSample !== null && msPerSample * (to - from) <= rules.betweenLooksMs)
  const ripe = candidates.filter(
    (piece) => readTo - piece.to >= waitFor(piece, rules) && fits(piece),
  )
  return ripe.toSorted((a, b) => a.to - a.from - (b.to - b.from))[0] ?? null
}

function waitFor({ tries }: Candidate, { age, patience, longestPatience }: ChoiceRules): number {
  return age + (tries === 0 ? 0 : Math.min(longestPatience, patience * 2 ** (tries - 1)))
}
