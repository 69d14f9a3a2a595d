/**
 * Writes everything a source tells into a recording. Missing samples are filled with silence, so that
 * a position in the recording stays a time, and the ledger says where and why.
 */
import type { Recording } from './recording.ts'
import type { Source, SourceEvent } from './source.ts'

/** Silence is filled in pieces of ten seconds. */
const FILL_PIECE = 160_000

/** Listens until the source ends. */
export async function keepSource(source: Source, recording: Recording): Promise<void> {
  for await (const event of source.events) await keep(event, recording)
}

async function keep(event: SourceEvent, recording: Recording): Promise<void> {
  const { track } = event
  const at = recording.length(track)
  switch (event.type) {
    case 'samples':
      return recording.append(track, event.samples)
    case 'silence':
      return fill(event, recording)
    case 'gap':
      // Noted first: after a kill between the two, the account clips the gap to what is there.
      recording.note({ type: 'gap', track, from: at, length: event.length, cause: event.cause })
      return fill(event, recording)
    case 'format': {
      const { name, sampleRate, channels } = event
      return recording.note({ type: 'source', track, at, name, sampleRate, channels })
    }
    case 'cut_short':
      return recording.note({ type: 'cut_short', track, at, missing: event.missing })
  }
}

async function fill(
  { track, length }: { track: SourceEvent['track']; length: number },
  recording: Recording,
): Promise<void> {
  for (let done = 0; done < length; done += FILL_PIECE) {
    await recording.append(track, new Int16Array(Math.min(FILL_PIECE, length - done)))
  }
}
