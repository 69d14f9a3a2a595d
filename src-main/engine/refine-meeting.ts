/** Reads a whole meeting again, stretch by stretch, by the strongest means that are not too slow. */
import { toMs } from './audio/frames.ts'
import { piecesAhead, type TrackAhead } from './pieces-ahead.ts'
import {
  type PieceAhead,
  type RefinedMeeting,
  refinePiece,
  type RefiningParts,
} from './refine-piece.ts'
import { isAffordable, type Means } from './refining/plan-means.ts'
import { REFINING } from './store/reader-positions.ts'

interface Plan {
  readonly means: readonly Means[]
  /** What it may spend, in milliseconds of the model's work; null: as much as it takes. */
  readonly budgetMs: number | null
  /** Called whenever a stretch was read. */
  readonly progressed: (means: Means, doneMs: number) => void
}

/** `too_slow`: what was read by then is kept. Rejects when the signal fires. */
export async function refineMeeting(
  parts: RefiningParts,
  meeting: RefinedMeeting,
  { means, budgetMs, progressed }: Plan,
  signal: AbortSignal,
): Promise<'done' | 'too_slow'> {
  const { meetingId, sound } = meeting
  const tracks = sound.tracks.map((track) => piecesAhead(parts, meeting, track, signal))
  const totalMs = soundMs(meeting)
  const [first, ...weaker] = means
  let current = first
  let since = { spentMs: 0, doneMs: doneMs(parts, meeting) }
  let spentMs = 0
  try {
    for (;;) {
      const next = await cheapest(tracks)
      signal.throwIfAborted()
      if (!next || !current) return next ? 'too_slow' : 'done'
      const { outcome, modelMs } = await refinePiece(
        parts,
        meeting,
        { ...next, means: current },
        signal,
      )
      spentMs += modelMs
      parts.store.refinings.spend(meetingId, modelMs)
      if (outcome !== 'read') continue
      tracks.find(({ track }) => track === next.track)?.take()
      const done = doneMs(parts, meeting)
      progressed(current, done)
      const spending = {
        leftMs: budgetMs === null ? null : budgetMs - spentMs,
        spentMs: spentMs - since.spentMs,
        readMs: done - since.doneMs,
        restMs: Math.max(0, totalMs - done),
      }
      if (isAffordable(spending)) continue
      current = spending.leftMs !== null && spending.leftMs <= 0 ? undefined : weaker.shift()
      since = { spentMs, doneMs: done }
    }
  } finally {
    for (const track of tracks) await track[Symbol.asyncDispose]()
  }
}

/** Sound of all tracks that was read again so far, in milliseconds. */
export function doneMs({ store }: RefiningParts, { meetingId, sound }: RefinedMeeting): number {
  return sum(sound.tracks.map((track) => store.positions.read(meetingId, track, REFINING)))
}

export function soundMs({ sound }: Pick<RefinedMeeting, 'sound'>): number {
  return sum(sound.tracks.map((track) => sound.length(track)))
}

function sum(samples: readonly number[]): number {
  return toMs(samples.reduce((total, count) => total + count, 0))
}

async function cheapest(tracks: readonly TrackAhead[]): Promise<PieceAhead | null> {
  const waiting = await Promise.all(tracks.map((track) => track.next()))
  const length = ({ piece }: PieceAhead): number => piece.to - piece.from
  return (
    waiting.filter((next) => next !== null).toSorted((a, b) => length(a) - length(b))[0] ?? null
  )
}
