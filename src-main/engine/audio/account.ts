/** Folds a ledger into what became of each track: how much was heard, what is missing, and why. */
import type { TrackName } from '#contract/transcript.ts'
import type { GapCause, LedgerEntry } from './ledger.ts'

export interface Gap {
  readonly from: number
  readonly length: number
  readonly cause: GapCause
}

/** What became of one track; positions and lengths in samples. */
export interface TrackAccount {
  readonly track: TrackName
  readonly length: number
  /** Samples that hold what was heard, and not silence filled in for what is missing. */
  readonly captured: number
  readonly gaps: readonly Gap[]
  /** The sound is known to have ended before it should have. */
  readonly cutShort: boolean
}

/** The account of a recording whose tracks have these lengths. */
export function accountFor(
  entries: readonly LedgerEntry[],
  lengths: ReadonlyMap<TrackName, number>,
): TrackAccount[] {
  return Array.from(lengths, ([track, length]) => {
    const gaps = gapsOf(entries, track, length)
    return {
      track,
      length,
      captured: length - covered(gaps),
      gaps,
      cutShort: entries.some((entry) => entry.type === 'cut_short' && entry.track === track),
    }
  })
}

function gapsOf(entries: readonly LedgerEntry[], track: TrackName, end: number): Gap[] {
  return entries
    .flatMap((entry) => {
      if (entry.type !== 'gap' || entry.track !== track) return []
      const from = Math.min(entry.from, end)
      return [{ from, length: Math.min(entry.length, end - from), cause: entry.cause }]
    })
    .filter(({ length }) => length > 0)
    .toSorted((a, b) => a.from - b.from)
}

/** Gaps may overlap (muted while the device was lost); a sample is missing once only. */
function covered(gaps: readonly Gap[]): number {
  let sum = 0
  let until = 0
  for (const { from, length } of gaps) {
    const start = Math.max(from, until)
    sum += Math.max(0, from + length - start)
    until = Math.max(until, from + length)
  }
  return sum
}
