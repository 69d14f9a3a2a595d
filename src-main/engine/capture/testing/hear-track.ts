/** Collects what a source tells, and draws each track as stretches that a test can read. */
import type { TrackName } from '#contract/transcript.ts'
import type { Warning } from '#contract/warning.ts'
import type { Source, SourceEvent } from '../../audio/source.ts'

export interface Heard {
  readonly events: readonly SourceEvent[]
  readonly over: Promise<void>
  /** Such as `0.25 x 1000`, `silence x 20`, `gap device_lost x 300`, `| paused`: values and milliseconds, rounded to 50. */
  track(track: TrackName): string[]
  /** Milliseconds told of a track, and of them what was heard. */
  lengthMs(track: TrackName): number
  missingMs(track: TrackName): number
  /** Such as `me device_lost`, and `me device_lost over`. */
  warnings(): string[]
}

export function hearSource(source: Source): Heard {
  const events: SourceEvent[] = []
  const over = (async () => {
    for await (const event of source.events) events.push(event)
  })()

  const pieces = (track: TrackName) =>
    events.flatMap((event) => {
      if (!('track' in event) || event.track !== track) return []
      if (event.type === 'samples')
        return [{ name: valueOf(event.samples), length: event.samples.length }]
      if (event.type === 'silence') return [{ name: 'silence', length: event.length }]
      if (event.type === 'gap') return [{ name: `gap ${event.cause}`, length: event.length }]
      return [{ name: `| ${event.type}`, length: 0 }]
    })
  const sum = (track: TrackName, counted: (name: string) => boolean) =>
    pieces(track).reduce((all, { name, length }) => all + (counted(name) ? length / 16 : 0), 0)

  return {
    events,
    over,
    lengthMs: (track) => sum(track, () => true),
    missingMs: (track) => sum(track, (name) => name.startsWith('gap')),
    warnings: () =>
      events.flatMap((event) => (event.type === 'warning' ? [inShort(event.warning)] : [])),
    track(track) {
      const stretches: { name: string; length: number }[] = []
      for (const { name, length } of pieces(track)) {
        const last = stretches.at(-1)
        if (last?.name === name) last.length += length
        else stretches.push({ name, length })
      }
      return stretches
        .filter(({ name, length }) => name.startsWith('|') || length > 480)
        .map(({ name, length }) =>
          name.startsWith('|') ? name : `${name} x ${Math.round(length / 800) * 50}`,
        )
    },
  }
}

function inShort({ track, code, over }: Warning): string {
  return `${track} ${code}${over ? ' over' : ''}`
}

/** Devices of tests say one value for ever; the edges between two values are neither. */
function valueOf(samples: Float32Array): string {
  const middle = samples[samples.length >> 1] ?? 0
  return (Math.round(middle * 100) / 100).toString()
}
