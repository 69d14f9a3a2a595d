import type { TrackName } from '#contract/transcript.ts'
import type { LedgerEntry } from './ledger.ts'

/** How many samples of a track the ledger knew of, by the last word about it, that are not there. */
export function lostSince(
  entries: readonly LedgerEntry[],
  track: TrackName,
  length: number,
): number {
  return Math.max(0, knownLength(entries, track) - length)
}

function knownLength(entries: readonly LedgerEntry[], track: TrackName): number {
  let known = 0
  for (const entry of entries) {
    if (entry.type === 'clock' && entry.track === track) known = entry.at
    if (entry.type === 'closed' || entry.type === 'recovered' || entry.type === 'extended')
      known = entry.tracks.find((told) => told.track === track)?.length ?? known
  }
  return known
}
