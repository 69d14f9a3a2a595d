/** Where something is missing in a meeting, as a reader of the text is told of it. */
import type { GapCause } from '#contract/account.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'

export type Tracks = Transcript['tracks']

export interface Mark {
  readonly kind: 'missing' | 'muted' | 'paused' | 'slept'
  /** Null where it is the same on every track. */
  readonly track: TrackName | null
  readonly atMs: number
  /** Null where it lasted to the end, nobody knows how long. */
  readonly lengthMs: number | null
  /** Why sound is missing; null where it is no gap in a track. */
  readonly cause: GapCause | null
}

/** Holes this near to each other are one to the reader of a text. */
const nearMs = 2_000
/** No word fits into a hole shorter than this; the account names it, the text is not torn for it. */
const shortestMs = 100

/** Everything that is missing, exactly, in the order of time. */
export function marksOf(tracks: Tracks): readonly Mark[] {
  const all = tracks.flatMap(({ name, account }): readonly Mark[] => [
    ...(account?.gaps ?? []).map(({ cause, ...place }) => {
      return { kind: kindOf(cause), track: name, ...place, cause }
    }),
    ...(account?.pauses ?? []).map(({ cause, ...place }): Mark => {
      const kind = cause === 'sleep' ? 'slept' : 'paused'
      return { kind, track: tracks.length > 1 ? name : null, ...place, cause: null }
    }),
  ])
  return shared(all, tracks.length).toSorted((a, b) => a.atMs - b.atMs)
}

function kindOf(cause: GapCause): Mark['kind'] {
  if (cause === 'muted') return 'muted'
  return cause === 'sleep' ? 'slept' : 'missing'
}

/** What happened to every track at the same time is said once. Tracks may differ by a few samples. */
function shared(marks: readonly Mark[], trackCount: number): readonly Mark[] {
  const sameTime = (a: Mark, b: Mark): boolean =>
    a.kind === b.kind && a.cause === b.cause && Math.abs(a.atMs - b.atMs) < nearMs
  const whole = marks.filter((mark) => mark.kind === 'paused' || mark.kind === 'slept')
  const kept: Mark[] = []
  for (const mark of whole) {
    const same = whole.filter((other) => sameTime(mark, other))
    const tracks = new Set(same.map(({ track }) => track))
    const known = kept.some((other) => other.track === null && sameTime(mark, other))
    if (tracks.size < trackCount || mark.track === null) kept.push(mark)
    else if (!known) kept.push({ ...mark, track: null })
  }
  return [...marks.filter((mark) => !whole.includes(mark)), ...kept]
}

/** The marks as they stand between the words: what is too short to hold one is left out, what is near is one. */
export function marksInText(marks: readonly Mark[]): readonly Mark[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    const at = joined.findLastIndex(({ track }) => track === mark.track)
    const before = joined[at]
    if (before && isNear(before, mark)) joined[at] = joinedWith(before, mark)
    else joined.push(mark)
  }
  return joined.filter(({ lengthMs }) => lengthMs === null || lengthMs >= shortestMs)
}

function isNear(before: Mark, next: Mark): boolean {
  if (before.kind !== next.kind || before.cause !== next.cause || before.kind !== 'missing') {
    return false
  }
  return before.lengthMs !== null && next.atMs - (before.atMs + before.lengthMs) < nearMs
}

function joinedWith(before: Mark, next: Mark): Mark {
  return { ...before, lengthMs: (before.lengthMs ?? 0) + (next.lengthMs ?? 0) }
}

/** A share that is never shown as more than it is: 0.99999 is 99.99 %, not 100 %. */
export function shareDown(share: number): number {
  // A hair more, because 0.9999 is a little less than that in the machine's own numbers.
  return Math.min(share, Math.floor(share * 10_000 + 1e-7) / 10_000)
}
