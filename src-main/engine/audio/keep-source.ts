/**
 * Writes everything a source tells into a recording. Missing samples are filled with silence, so that
 * a position in the recording stays a time, and the ledger says where and why.
 */
import type { TrackName } from '#contract/transcript.ts'
import type { LedgerNote } from './ledger.ts'
import type { Recording } from './recording.ts'
import type { Source, SourceEvent } from './source.ts'

/** Silence is filled in pieces of ten seconds. */
const FILL_PIECE = 160_000

type GapEvent = Extract<SourceEvent, { type: 'gap' }>

/** A gap that may still become longer: devices tell it piece by piece while it lasts. */
interface LongGap extends Pick<GapEvent, 'cause'> {
  readonly from: number
  /** The ledger knows that it goes on until something else is told. */
  open: boolean
}

/** Listens until the source ends. */
export async function keepSource(source: Source, recording: Recording): Promise<void> {
  const gaps = new Map<TrackName, LongGap>()
  try {
    for await (const event of source.events) await keep(event, recording, gaps)
  } finally {
    for (const track of gaps.keys()) endGap(track, recording, gaps)
  }
}

type Gaps = Map<TrackName, LongGap>

async function keep(event: SourceEvent, recording: Recording, gaps: Gaps): Promise<void> {
  switch (event.type) {
    case 'levels':
    case 'hearing':
    case 'warning':
      return
    case 'gap':
      // Noted first: after a kill between the two, the account clips the gap to what is there.
      noteGap(event, recording, gaps)
      return fill(event.track, event.length, recording)
    case 'samples':
      endGap(event.track, recording, gaps)
      return recording.append(event.track, event.samples)
    case 'silence':
      endGap(event.track, recording, gaps)
      return fill(event.track, event.length, recording)
    default:
      endGap(event.track, recording, gaps)
      return recording.note(noteOf(event, recording.length(event.track)))
  }
}

/** One piece is one note. Of a gap in many pieces its beginning and its end are noted, not every piece. */
function noteGap({ track, length, cause }: GapEvent, recording: Recording, gaps: Gaps): void {
  const known = gaps.get(track)
  if (known?.cause !== cause) {
    endGap(track, recording, gaps)
    const from = recording.length(track)
    recording.note({ type: 'gap', track, from, length, cause })
    gaps.set(track, { from, cause, open: false })
    return
  }
  if (known.open) return
  known.open = true
  recording.note({ type: 'gap_open', track, from: known.from, cause })
}

function endGap(track: TrackName, recording: Recording, gaps: Gaps): void {
  const gap = gaps.get(track)
  gaps.delete(track)
  if (!gap?.open) return
  const { from, cause } = gap
  recording.note({ type: 'gap', track, from, length: recording.length(track) - from, cause })
}

type Noted = Extract<
  SourceEvent,
  { readonly type: 'format' | 'paused' | 'resumed' | 'deaf' | 'cut_short' }
>

/** What stands in the ledger of an event that adds no samples. */
function noteOf(event: Noted, at: number): LedgerNote {
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
