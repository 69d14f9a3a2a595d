/**
 * Writes everything a source tells into a recording. Missing samples are filled with silence, so that
 * a position in the recording stays a time, and the ledger says where and why.
 */
import type { TrackName } from '#contract/transcript.ts'
import type { Recording } from './recording.ts'
import type { Source, SourceEvent } from './source.ts'

/** Silence is filled in pieces of ten seconds. */
const FILL_PIECE = 160_000

/** Listens until the source ends. */
export async function keepSource(source: Source, recording: Recording): Promise<void> {
  for await (const event of source.events) await keep(event, recording)
}

async function keep(event: SourceEvent, recording: Recording): Promise<void> {
  switch (event.type) {
    case 'samples':
      return recording.append(event.track, event.samples)
    case 'silence':
      return fill(event.track, event.length, recording)
    case 'gap': {
      const { track, length, cause } = event
      // Noted first: after a kill between the two, the account clips the gap to what is there.
      recording.note({ type: 'gap', track, from: recording.length(track), length, cause })
      return fill(track, length, recording)
    }
    case 'levels':
    case 'hearing':
    case 'warning':
      return
    default:
      return recording.note(noteOf(event, recording.length(event.track)))
  }
}

type Noted = Extract<
  SourceEvent,
  { readonly type: 'format' | 'paused' | 'resumed' | 'deaf' | 'cut_short' }
>

/** What stands in the ledger of an event that adds no samples. */
function noteOf(event: Noted, at: number): Parameters<Recording['note']>[0] {
  const { track } = event
  switch (event.type) {
    case 'format': {
      const { name, sampleRate, channels } = event
      return { type: 'source', track, at, name, sampleRate, channels }
    }
    case 'paused':
      return { type: 'paused', track, at, cause: event.cause }
    case 'resumed':
      return { type: 'resumed', track, at }
    case 'deaf': {
      const length = Math.min(event.length, at)
      return { type: 'gap', track, from: at - length, length, cause: 'deaf' }
    }
    case 'cut_short':
      return { type: 'cut_short', track, at, missing: event.missing }
  }
}

async function fill(track: TrackName, length: number, recording: Recording): Promise<void> {
  for (let done = 0; done < length; done += FILL_PIECE) {
    await recording.append(track, new Int16Array(Math.min(FILL_PIECE, length - done)))
  }
}
