/** What the ledgers of several recordings say, as the ledger of the one that they become. */
import type { TrackName } from '#contract/transcript.ts'
import type { LedgerEntry, LedgerNote, OwnNote } from './ledger.ts'

export interface LedgerPart {
  readonly entries: readonly LedgerEntry[]
  /** Where the part begins, and how long it is, in samples. */
  readonly from: number
  readonly length: number
  /** How much of each track of the whole the part itself has. */
  readonly heard: ReadonlyMap<TrackName, number>
}

/** A line of the new ledger; its own time on the wall clock, or null: when it is written. */
export type JoinedLine = readonly [note: LedgerNote | OwnNote, wallMs: number | null]

/** Everything each ledger says, at its new place; what a part does not have of a track is a gap. */
export function joinLedgers(
  tracks: readonly TrackName[],
  parts: readonly LedgerPart[],
): JoinedLine[] {
  return parts.flatMap((part, place) => {
    const before = place > 0 ? parts[place - 1] : undefined
    return [
      // What went on until the end of the part before ends here.
      ...(before ? [extended(tracks, part.from, lastWallMs(before))] : []),
      ...part.entries.flatMap((entry) => {
        if (entry.type === 'opened') return []
        const { wallMs, ...note } = shifted(entry, part.from)
        return [[note as LedgerNote | OwnNote, wallMs] as const]
      }),
      ...gapsOf(tracks, part),
    ]
  })
}

/** A line of now among those of then would make a pause last until today. */
function lastWallMs({ entries }: LedgerPart): number | null {
  return entries.at(-1)?.wallMs ?? null
}

function extended(tracks: readonly TrackName[], from: number, wallMs: number | null): JoinedLine {
  return [{ type: 'extended', tracks: lengthsAt(tracks, from) }, wallMs]
}

function lengthsAt(tracks: readonly TrackName[], length: number) {
  return tracks.map((track) => ({ track, length }))
}

function shifted(entry: LedgerEntry, by: number): LedgerEntry {
  switch (entry.type) {
    case 'opened':
      return entry
    case 'gap':
    case 'gap_open':
      return { ...entry, from: entry.from + by }
    case 'source':
    case 'paused':
    case 'resumed':
    case 'cut_short':
    case 'clock':
      return { ...entry, at: entry.at + by }
    case 'closed':
    case 'extended':
    case 'recovered':
    case 'removed':
      return {
        ...entry,
        tracks: entry.tracks.map(({ track, length }) => ({ track, length: length + by })),
      }
  }
}

function gapsOf(tracks: readonly TrackName[], part: LedgerPart): JoinedLine[] {
  return tracks.flatMap((track) => {
    const has = part.heard.get(track) ?? 0
    if (has >= part.length) return []
    const gap = { type: 'gap', track, from: part.from + has, length: part.length - has } as const
    return [[{ ...gap, cause: 'not_recorded' }, lastWallMs(part)]]
  })
}
