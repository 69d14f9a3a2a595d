/** Sound that can be played to the engine: held in memory, or made piece by piece while it is played. */
import type { TrackName } from '#contract/transcript.ts'
import { openFileSource } from '#engine/audio/file-source.ts'
import { toInt16 } from '#engine/audio/frames.ts'

/** Positions are samples at 16 kHz; all tracks are equally long. */
export interface Sound {
  readonly tracks: readonly TrackName[]
  readonly length: number
  /** The samples in `[from, to)`. */
  read(track: TrackName, from: number, to: number): Int16Array
}

/** Tracks held in memory; a shorter one ends in silence. */
export function soundOf(tracks: Readonly<Partial<Record<TrackName, Int16Array>>>): Sound {
  const held = new Map(
    (['me', 'them', 'mix'] as const).flatMap((name) => {
      const samples = tracks[name]
      return samples ? [[name, samples] as const] : []
    }),
  )
  return {
    tracks: [...held.keys()],
    length: Math.max(0, ...Array.from(held.values(), ({ length }) => length)),
    read(track, from, to) {
      const piece = new Int16Array(to - from)
      piece.set(held.get(track)?.subarray(from, to) ?? [])
      return piece
    },
  }
}

/** A sound file of any kind; with `split` the first of two channels is `me`, the second `them`. */
export async function readSound(path: string, channels: 'mix' | 'split'): Promise<Sound> {
  await using file = await openFileSource(path, { pace: 'fast', channels })
  const pieces = new Map<TrackName, Int16Array[]>(file.tracks.map((track) => [track, []]))
  for await (const event of file.events) {
    if (event.type === 'samples') pieces.get(event.track)?.push(toInt16(event.samples))
    if (event.type === 'silence' || event.type === 'gap')
      pieces.get(event.track)?.push(new Int16Array(event.length))
  }
  return soundOf(Object.fromEntries(Array.from(pieces, ([track, all]) => [track, joined(all)])))
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
