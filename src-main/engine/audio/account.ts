/** Folds a ledger into what became of each track: how much was heard, what is missing, and why. */
import type { TrackAccount } from '#contract/account.ts'
import type { TrackName } from '#contract/transcript.ts'
import { SAMPLE_RATE } from './frames.ts'
import type { LedgerEntry } from './ledger.ts'
import { lostSince } from './lost-since.ts'
import type { Stretch } from './sound-bytes.ts'

export type TrackAccounts = ReadonlyMap<TrackName, TrackAccount>

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
    cutShort: isCutShort(entries, track, length),
    removedAt: null,
  }
}

/** Also where a recording that was closed has less now than it had then. */
function isCutShort(entries: readonly LedgerEntry[], track: TrackName, length: number): boolean {
  const isOver = entries.findLast(({ type }) => type === 'closed' || type === 'extended')
  if (isOver?.type === 'closed' && lostSince(entries, track, length) > 0) return true
  return entries.some((entry) => entry.type === 'cut_short' && entry.track === track)
}

/** Not rounded: a gap of a few samples is a gap. */
function exactMs(samples: number): number {
  return (samples * 1000) / SAMPLE_RATE
}

/** In the order of time; what touches and has the same cause is one gap. */
function gapsOf(entries: readonly LedgerEntry[], track: TrackName, end: number): Gap[] {
  const gaps: Gap[] = []
  for (const gap of notedGaps(entries, track, end).toSorted((a, b) => a.from - b.from)) {
    const { cause } = gap
    const from = Math.min(gap.from, end)
    const to = Math.min(gap.from + gap.length, end)
    const last = gaps.findLastIndex((known) => known.cause === cause)
    const before = gaps[last]
    if (before && before.from + before.length >= from)
      gaps[last] = { ...before, length: Math.max(before.length, to - before.from) }
    else if (to > from) gaps.push({ from, length: to - from, cause })
  }
  return gaps
}

function notedGaps(entries: readonly LedgerEntry[], track: TrackName, end: number): Gap[] {
  const gaps: Gap[] = []
  let open: Omit<Gap, 'length'> | null = null
  const closeAt = (to: number): void => {
    if (open) gaps.push({ ...open, length: Math.max(0, to - open.from) })
    open = null
  }
  for (const entry of entries) {
    if (entry.type === 'recovered' || entry.type === 'extended')
      closeAt(entry.tracks.find((known) => known.track === track)?.length ?? end)
    if (!('track' in entry) || entry.track !== track) continue
    if (entry.type === 'gap') {
      gaps.push(entry)
      if (open?.from === entry.from) open = null
    }
    if (entry.type === 'gap_open') open = entry
  }
  closeAt(end)
  return gaps
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
