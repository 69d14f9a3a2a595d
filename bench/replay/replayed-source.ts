/** A sound as devices would tell it: all tracks together, in pieces of 20 ms. */
import { toFloat32, toMs, toSamples } from '#engine/audio/frames.ts'
import type { Source, SourceEvent } from '#engine/audio/source.ts'
import type { Sound } from './sound.ts'

const pieceLength = toSamples(20)

/** Waits until this much of the sound may have been heard. */
export type Pacing = (ms: number, signal: AbortSignal) => Promise<void>

export interface ReplayedSource extends Source {
  /** How much of the sound was handed out, in milliseconds. */
  reachedMs(): number
}

export function replayedSource(sound: Sound, pacing: Pacing): ReplayedSource {
  const stopping = new AbortController()
  const { signal } = stopping
  let reached = 0

  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    for (const track of sound.tracks)
      yield { type: 'format', track, name: 'replay', sampleRate: 16_000, channels: 1 }
    await pacing(0, signal)
    for (let from = 0; from < sound.length; from += pieceLength) {
      const to = Math.min(from + pieceLength, sound.length)
      await pacing(toMs(to), signal)
      if (signal.aborted) return
      reached = to
      for (const track of sound.tracks) {
        const samples = toFloat32(sound.read(track, from, to))
        yield { type: 'samples', track, samples, deviceMs: null }
      }
    }
  }

  return {
    tracks: sound.tracks,
    totalMs: toMs(sound.length),
    events: events(),
    controls: null,
    stop: () => stopping.abort(),
    reachedMs: () => toMs(reached),
    [Symbol.asyncDispose]: async () => stopping.abort(),
  }
}
