/**
 * Turns decoded blocks into the samples of tracks: channels are mixed or split, brought to 16 kHz, and
 * put where their time says. Compressed files begin before zero (the coder's run-in, dropped here)
 * and videos may have holes.
 */
import type { TrackName } from '#contract/transcript.ts'
import type { DecodedBlock } from './decoder.ts'
import { SAMPLE_RATE, toMono } from './frames.ts'
import { type Resampler, resampler } from './resample.ts'
import type { SourceEvent } from './source.ts'

/** Times in files are rounded; below this difference a block simply follows the one before. */
const JITTER_SECONDS = 0.05
/** A larger jump is no hole and no overlap but a clock that was set anew: the sound simply goes on. */
const LARGEST_HOLE_SECONDS = 600
const LARGEST_OVERLAP_SECONDS = 1

export interface BlockPlacer {
  push(block: DecodedBlock): SourceEvent[]
  finish(): SourceEvent[]
}

/** With two tracks the first channel goes to the first and the second to the second; with one, all are mixed. */
export function placeBlocks(tracks: readonly TrackName[]): BlockPlacer {
  let rate = 0
  let lanes: Resampler[] = []
  /** The end of the sound so far, in seconds of the file. */
  let end = 0
  /** What the file's clock is ahead of the sound, after jumps that were not believed. */
  let ahead = 0

  function change(to: number): SourceEvent[] {
    const rest = rate === 0 ? [] : lanes.map((lane) => lane.finish())
    rate = to
    lanes = tracks.map(() => resampler(to))
    return told(tracks, rest)
  }

  return {
    push(given) {
      const off = given.atSeconds - ahead - end
      if (off > LARGEST_HOLE_SECONDS || off < -LARGEST_OVERLAP_SECONDS) ahead += off
      const block = withoutPast({ ...given, atSeconds: given.atSeconds - ahead }, end)
      const frames = block.channels[0]?.length ?? 0
      if (frames === 0) return []
      const events = block.sampleRate === rate ? [] : change(block.sampleRate)
      const late = block.atSeconds - end
      if (late > JITTER_SECONDS) {
        events.push(...change(rate), ...absent(tracks, end === 0 ? 'silence' : 'gap', late))
        end = block.atSeconds
      }
      end += frames / rate
      const inputs = tracks.length > 1 ? block.channels : [toMono(block.channels)]
      events.push(
        ...told(
          tracks,
          lanes.map((lane, i) => lane.push(inputs[i] ?? new Float32Array(frames))),
        ),
      )
      return events
    },
    finish: () => told(tracks, rate === 0 ? [] : lanes.map((lane) => lane.finish())),
  }
}

/** What lies before the end of the sound so far is not told twice. */
function withoutPast(block: DecodedBlock, end: number): DecodedBlock {
  const early = end - block.atSeconds
  if (early <= (end === 0 ? 0 : JITTER_SECONDS)) return block
  const drop = Math.round(early * block.sampleRate)
  return { ...block, atSeconds: end, channels: block.channels.map((all) => all.subarray(drop)) }
}

function told(tracks: readonly TrackName[], pieces: readonly Float32Array[]): SourceEvent[] {
  return tracks.flatMap((track, i): SourceEvent[] => {
    const samples = pieces[i]
    return samples?.length ? [{ type: 'samples', track, samples, deviceMs: null }] : []
  })
}

/** Before its first block a file is silent; between two blocks something is missing. */
function absent(
  tracks: readonly TrackName[],
  type: 'silence' | 'gap',
  seconds: number,
): SourceEvent[] {
  const length = Math.round(seconds * SAMPLE_RATE)
  return tracks.map((track) =>
    type === 'silence' ? { type, track, length } : { type, track, length, cause: 'file_hole' },
  )
}
