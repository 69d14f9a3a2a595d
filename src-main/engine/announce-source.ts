import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import { type Warning, wholeWarning } from '#contract/warning.ts'
import type { Source, SourceEvent } from './audio/source.ts'
import { hearingOf } from './live-controls.ts'

interface Faces {
  readonly meetingId: MeetingId
  readonly tell: (event: EngineEvent) => void
  readonly warn: (warning: Warning) => void
  readonly silenceEndsInMs: () => number | null
}

/** The same source; what people should see or know of it at once is told to the faces, besides the recording. */
export function announcing(source: Source, faces: Faces): Source {
  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    let cut = false
    for await (const event of source.events) {
      // Told for each track of a file, and one sentence is enough for all.
      if (event.type === 'cut_short' && !cut) {
        cut = true
        faces.warn(wholeWarning('file_unreadable', cutShort(event.missing)))
      }
      announce(event, faces)
      yield event
    }
  }
  return {
    tracks: source.tracks,
    totalMs: source.totalMs,
    events: events(),
    controls: source.controls,
    stop: () => source.stop(),
    [Symbol.asyncDispose]: () => source[Symbol.asyncDispose](),
  }
}

function announce(event: SourceEvent, { meetingId, tell, warn, silenceEndsInMs }: Faces): void {
  switch (event.type) {
    case 'levels':
      return tell({ type: 'levels.measured', meetingId, levels: [...event.levels] })
    case 'hearing': {
      const hearing = hearingOf(meetingId, event.hearing, silenceEndsInMs())
      return tell({ type: 'hearing.changed', hearing })
    }
    case 'warning':
      return warn(event.warning)
    default:
  }
}

function cutShort(missing: number | null): string {
  const amount = missing === null ? '' : ` (about ${Math.round(missing / 16_000)} s are missing)`
  return `The sound ended before it should have${amount}. What could be read is kept.`
}
