import type { TrackName } from '#contract/transcript.ts'
import type { Source, SourceEvent } from './source.ts'

/**
 * The same source from where its recording ends: what was recorded before is passed over. Only for a
 * source that tells the same again, such as a file.
 */
export function continueSource(source: Source, recorded: ReadonlyMap<TrackName, number>): Source {
  return {
    tracks: source.tracks,
    totalMs: source.totalMs,
    events: skip(source.events, new Map(recorded)),
    stop: () => source.stop(),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

async function* skip(
  events: AsyncIterable<SourceEvent>,
  left: Map<TrackName, number>,
): AsyncGenerator<SourceEvent, void, undefined> {
  for await (const event of events) {
    const rest = left.get(event.track) ?? 0
    const length = lengthOf(event)
    if (length === null || rest === 0) {
      // What has no length was noted the first time, but that the sound is cut short is only known at its end.
      if (length !== null || rest === 0 || event.type === 'cut_short') yield event
      continue
    }
    left.set(event.track, Math.max(0, rest - length))
    if (length > rest) yield shortened(event, rest)
  }
}

/** Samples the event adds to its track; null when it adds none. */
function lengthOf(event: SourceEvent): number | null {
  switch (event.type) {
    case 'samples':
      return event.samples.length
    case 'gap':
    case 'silence':
      return event.length
    case 'format':
    case 'cut_short':
      return null
  }
}

function shortened(event: SourceEvent, by: number): SourceEvent {
  if (event.type === 'samples') return { ...event, samples: event.samples.subarray(by) }
  if (event.type === 'gap' || event.type === 'silence')
    return { ...event, length: event.length - by }
  return event
}
