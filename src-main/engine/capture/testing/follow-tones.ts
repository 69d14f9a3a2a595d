/** Follows what a source tells while it tells it: which tone each track hears now, and what became of all of it. */
import type { TrackName } from '#contract/transcript.ts'
import type { GapCause } from '#contract/account.ts'
import type { Source, SourceEvent } from '../../audio/source.ts'
import { toSamples } from '../../audio/frames.ts'
import { TONE_WINDOW, type Window, windowsOf } from './tones.ts'

export interface Stretch {
  /** In samples of the track. */
  readonly at: number
  readonly length: number
  readonly what: 'samples' | 'silence' | GapCause
}

export interface ToneFollower {
  readonly events: readonly SourceEvent[]
  readonly over: Promise<void>
  /** How far a track is told, in samples. */
  length(track: TrackName): number
  /** Resolves when the track has heard this tone for a fifth of a second after this position. */
  hears(track: TrackName, hertz: number, after?: number): Promise<void>
  /** Resolves when an event like this has been told, or was told before. */
  told(wanted: (event: SourceEvent) => boolean): Promise<void>
  /** The samples of a track between two positions, missing ones as zeros. */
  sound(track: TrackName, from: number, to: number): Float32Array
  windows(track: TrackName, from: number, to: number): Window[]
  /** What was missing between two positions, by cause. */
  gaps(track: TrackName, from: number, to: number): Stretch[]
}

const STEADY = toSamples(200)

/** `keep` listens to the source; without it, nothing is kept. */
export function followTones(
  source: Source,
  tones: readonly number[],
  keep: (source: Source) => Promise<void> = drain,
): ToneFollower {
  const events: SourceEvent[] = []
  const pieces = new Map<TrackName, (Stretch & { readonly samples: Float32Array | null })[]>()
  const waiting = new Set<() => void>()

  function add(track: TrackName, what: Stretch['what'], content: number | Float32Array): void {
    const known = pieces.get(track) ?? []
    pieces.set(track, known)
    const samples = typeof content === 'number' ? null : content
    const size = typeof content === 'number' ? content : content.length
    known.push({ at: length(track), length: size, what, samples })
  }

  function length(track: TrackName): number {
    const last = pieces.get(track)?.at(-1)
    return last ? last.at + last.length : 0
  }

  function between(track: TrackName, from: number, to: number) {
    const all = pieces.get(track) ?? []
    const first = all.findLastIndex(({ at }) => at <= from)
    return all
      .slice(Math.max(0, first))
      .filter(({ at, length: size }) => at < to && at + size > from)
  }

  function sound(track: TrackName, from: number, to: number): Float32Array {
    const result = new Float32Array(Math.max(0, to - from))
    for (const { at, samples } of between(track, from, to)) {
      if (!samples) continue
      const skipped = Math.max(0, from - at)
      result.set(samples.subarray(skipped, Math.max(skipped, to - at)), Math.max(0, at - from))
    }
    return result
  }

  const windows = (track: TrackName, from: number, to: number): Window[] =>
    windowsOf(sound(track, from, to), tones)

  async function until(reached: () => boolean): Promise<void> {
    while (!reached()) await new Promise<void>((resolve) => void waiting.add(resolve))
  }

  function take(event: SourceEvent): void {
    events.push(event)
    if (event.type === 'samples') add(event.track, 'samples', event.samples)
    else if (event.type === 'silence') add(event.track, 'silence', event.length)
    else if (event.type === 'gap') add(event.track, event.cause, event.length)
    const woken = [...waiting]
    waiting.clear()
    for (const wake of woken) wake()
  }

  return {
    events,
    over: keep({ ...source, events: tapped(source.events, take) }),
    length,
    sound,
    windows,
    hears(track, hertz, after = 0) {
      let seen = -1
      return until(() => {
        const end = length(track)
        // Looked at once for each window that is new.
        if (end - STEADY < after || end - seen < TONE_WINDOW) return false
        seen = end
        return windows(track, end - STEADY, end).every((window) => window.tones.includes(hertz))
      })
    },
    told: (wanted) => until(() => events.some(wanted)),
    gaps: (track, from, to) =>
      between(track, from, to).filter(({ what }) => what !== 'samples' && what !== 'silence'),
  }
}

async function* tapped(
  events: AsyncIterable<SourceEvent>,
  take: (event: SourceEvent) => void,
): AsyncGenerator<SourceEvent, void, undefined> {
  for await (const event of events) {
    take(event)
    yield event
  }
}

async function drain({ events }: Source): Promise<void> {
  for await (const event of events) void event
}
