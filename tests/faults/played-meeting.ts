/** The bundled meeting of two voices as devices would tell it, in less time than it took to speak. */
import type { Source, SourceEvent } from '#engine/audio/source.ts'
import { openFileSource } from '#engine/audio/file-source.ts'
import { systemTimer } from '#engine/audio/pace.ts'
import type { TrackName } from '#contract/transcript.ts'
import { sample } from '../../src-main/testing/real-engine.ts'

/** How many samples of each track the source has given so far. */
export type Handed = Readonly<Record<'me' | 'them', number>>

/** Nobody speaks on this track there: a device that stumbles takes no word with it. */
export const stumble = { track: 'me', fromMs: 24_000, lengthMs: 300, cause: 'overrun' } as const

/** `handed` is called before each piece is given, with what was given before and with it. */
export async function playedMeeting(pace: number, handed: (so: Handed) => void): Promise<Source> {
  const file = await openFileSource(sample('meeting-45s-stereo-48k.wav'), {
    pace: 'real',
    channels: 'split',
    timer: {
      nowMs: () => systemTimer.nowMs() * pace,
      wait: (ms, signal) => systemTimer.wait(ms / pace, signal),
    },
  })
  return { ...file, totalMs: null, events: told(file.events, handed) }
}

async function* told(
  events: AsyncIterable<SourceEvent>,
  handed: (so: Handed) => void,
): AsyncGenerator<SourceEvent> {
  const so = { me: 0, them: 0 }
  for await (const event of events) {
    if (event.type !== 'samples') {
      yield event
      continue
    }
    const track = event.track as keyof Handed
    const { length } = event.samples
    const stumbles = isStumbling(track, so[track])
    so[track] += length
    handed(so)
    yield stumbles
      ? { type: 'gap', track, length, cause: stumble.cause }
      : { ...event, deviceMs: 0 }
  }
}

function isStumbling(track: TrackName, sample: number): boolean {
  const ms = sample / 16
  return track === stumble.track && ms >= stumble.fromMs && ms < stumble.fromMs + stumble.lengthMs
}
