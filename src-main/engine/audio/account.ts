/** Folds a ledger into what became of each track: how much was heard, what is missing, and why. */
import type { TrackAccount } from '#contract/account.ts'
import type { TrackName } from '#contract/transcript.ts'
import { SAMPLE_RATE } from './frames.ts'
import type { LedgerEntry } from './ledger.ts'

export type TrackAccounts = ReadonlyMap<TrackName, TrackAccount>

/** A stretch of a track, in samples. */
interface Stretch {
  readonly from: number
  readonly length: number
}

type Gap = Stretch & Pick<TrackAccount['gaps'][number], 'cause'>

/** The account of a recording whose tracks have these lengths, in samples. */
export function accountFor(
  entries: readonly LedgerEntry[],
  lengths: ReadonlyMap<TrackName, number>,
): TrackAccounts {
  return new Map(
    Array.from(lengths, ([track, length]) => [track, accountOf(entries, track, length)]),
  )
}

function accountOf(
  entries: readonly LedgerEntry[],
  track: TrackName,
  length: number,
): TrackAccount {
  const gaps = gapsOf(entries, track, length)
  const muted = gaps.filter(({ cause }) => cause === 'muted')
  // What nobody wanted to have heard is not missing, also where it could not have been heard.
  const missing = covered(gaps) - covered(muted)
  return {
    lengthMs: exactMs(length),
    captured: length === 0 ? 1 : (length - missing) / length,
    gaps: gaps.map((gap) => ({
      atMs: exactMs(gap.from),
      lengthMs: exactMs(gap.length),
      cause: gap.cause,
    })),
    pauses: pausesOf(entries, track),
    sources: sourcesOf(entries, track),
    cutShort: entries.some((entry) => entry.type === 'cut_short' && entry.track === track),
  }
}

/** Not rounded: a gap of a few samples is a gap. */
function exactMs(samples: number): number {
  return (samples * 1000) / SAMPLE_RATE
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

/** Stretches may overlap (muted while the device was lost); a sample counts once only. */
function covered(stretches: readonly Stretch[]): number {
  let sum = 0
  let until = 0
  for (const { from, length } of stretches) {
    const start = Math.max(from, until)
    sum += Math.max(0, from + length - start)
    until = Math.max(until, from + length)
  }
  return sum
}

/** A pause lasts until its track is resumed, or until nobody records any more. */
function pausesOf(entries: readonly LedgerEntry[], track: TrackName): TrackAccount['pauses'] {
  const pauses: TrackAccount['pauses'] = []
  let paused: Extract<LedgerEntry, { type: 'paused' }> | null = null
  let lastWallMs = 0
  const end = (wallMs: number): void => {
    if (paused) pauses.push(pauseOf(paused, Math.max(0, wallMs - paused.wallMs)))
    paused = null
  }
  for (const entry of entries) {
    if (entry.type === 'paused' && entry.track === track) paused ??= entry
    if (entry.type === 'resumed' && entry.track === track) end(entry.wallMs)
    if (entry.type === 'closed') end(entry.wallMs)
    // Who died in a pause was alive when it last wrote something; how much longer nobody knows.
    if (entry.type === 'recovered' || entry.type === 'extended') end(lastWallMs)
    lastWallMs = entry.wallMs
  }
  if (paused) pauses.push(pauseOf(paused, null))
  return pauses
}

function pauseOf(
  { at, cause }: Extract<LedgerEntry, { type: 'paused' }>,
  lengthMs: number | null,
): TrackAccount['pauses'][number] {
  return { atMs: exactMs(at), lengthMs, cause }
}

function sourcesOf(entries: readonly LedgerEntry[], track: TrackName): TrackAccount['sources'] {
  return entries.flatMap((entry) => {
    if (entry.type !== 'source' || entry.track !== track) return []
    const { at, name, sampleRate, channels } = entry
    return [{ atMs: exactMs(at), name, sampleRate, channels }]
  })
}
