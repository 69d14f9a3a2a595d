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
    controls: source.controls,
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
    // What has no track is told to the faces; that the sound is cut short is only known at its end.
    const track = 'track' in event && event.type !== 'cut_short' ? event.track : null
    const rest = track === null ? 0 : (left.get(track) ?? 0)
    if (track === null || rest === 0) {
      yield event
      continue
    }
    const length = lengthOf(event)
    left.set(track, Math.max(0, rest - length))
    if (length > rest) yield shortened(event, rest)
  }
}

/** Samples the event adds to its track. What adds none was noted the first time. */
function lengthOf(event: SourceEvent): number {
  switch (event.type) {
    case 'samples':
      return event.samples.length
    case 'gap':
    case 'silence':
      return event.length
    default:
      return 0
  }
}

function shortened(event: SourceEvent, by: number): SourceEvent {
  if (event.type === 'samples') return { ...event, samples: event.samples.subarray(by) }
  if (event.type === 'gap' || event.type === 'silence')
    return { ...event, length: event.length - by }
  return event
}
