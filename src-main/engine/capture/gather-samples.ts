/** Joins what is told of one track into events of a useful size: each is a write to the disk, and a gap a line in the ledger. */
import type { GapCause } from '#contract/account.ts'
import type { TrackName } from '#contract/transcript.ts'
import { SAMPLE_RATE, toSamples } from '../audio/frames.ts'
import type { SourceEvent } from '../audio/source.ts'

/** A device speaks every 10 ms, more or less, and such a piece waits for no other: only what is shorter is joined. */
const ENOUGH = toSamples(8)
/** What is missing is told every second while it lasts. */
const GAP_PIECE = SAMPLE_RATE

export interface Gathering {
  samples(samples: Float32Array, deviceMs: number): void
  silence(length: number): void
  gap(length: number, cause: GapCause): void
  /** Tells what is held back for the second time this is called: no sound is held for long. */
  flushOld(): void
  flush(): void
}

type Held =
  | { readonly type: 'samples'; readonly pieces: Float32Array[]; length: number; deviceMs: number }
  | { readonly type: 'gap'; length: number; readonly cause: GapCause }

export function gatherSamples(track: TrackName, tell: (event: SourceEvent) => void): Gathering {
  let held: Held | null = null
  let seen: Held | null = null

  function flush(): void {
    const ready = held
    held = null
    if (!ready || ready.length === 0) return
    if (ready.type === 'gap') tell({ type: 'gap', track, length: ready.length, cause: ready.cause })
    else tell({ type: 'samples', track, samples: joined(ready), deviceMs: ready.deviceMs })
  }

  return {
    samples(samples, deviceMs) {
      if (held?.type !== 'samples') {
        flush()
        held = { type: 'samples', pieces: [], length: 0, deviceMs }
      }
      held.pieces.push(samples)
      held.length += samples.length
      if (held.length >= ENOUGH) flush()
    },
    silence(length) {
      flush()
      if (length > 0) tell({ type: 'silence', track, length })
    },
    gap(length, cause) {
      if (held?.type !== 'gap' || held.cause !== cause) {
        flush()
        held = { type: 'gap', length: 0, cause }
      }
      held.length += length
      if (held.length >= GAP_PIECE) flush()
    },
    flushOld() {
      if (held?.type === 'samples' && held === seen) flush()
      seen = held
    },
    flush,
  }
}

function joined({
  pieces,
  length,
}: {
  readonly pieces: readonly Float32Array[]
  readonly length: number
}) {
  const [first] = pieces
  if (pieces.length === 1 && first) return first
  const samples = new Float32Array(length)
  let at = 0
  for (const piece of pieces) {
    samples.set(piece, at)
    at += piece.length
  }
  return samples
}
