/** The bundled meeting of two voices as devices would tell it: by the clock, whether or not anybody listens. */
import { steadyMs } from '#engine/capture/steady-ms.ts'
import { toInt16, toSamples } from '#engine/audio/frames.ts'
import { openFileSource } from '#engine/audio/file-source.ts'
import type { Source, SourceEvent, SourceHearing } from '#engine/audio/source.ts'
import { sample } from '../../src-main/testing/real-engine.ts'

type Voice = 'me' | 'them'
const voices: readonly Voice[] = ['me', 'them']

/** What a device holds for a reader that does not come: as much as the real ones. */
const ringMs = 30_000
const pieceMs = 20

export interface LiveMeetingSource extends Source {
  /** What was told so far, as it should be recorded. */
  said(voice: Voice): Int16Array
  /** Resolves when so much of it was told, from 0 to 1. */
  reached(share: number): Promise<void>
  /** The longest that a sample lay in the ring, in milliseconds of sound. */
  longestBehindMs(): number
  /** What the ring had no room for, in milliseconds of sound. */
  overflowMs(): number
}

/** `pace` times as fast as it was spoken. */
export async function liveMeetingSource(seconds: number, pace: number): Promise<LiveMeetingSource> {
  const sound = await soundOf(seconds)
  const told: Record<Voice, Int16Array[]> = { me: [], them: [] }
  const piece = toSamples(pieceMs)
  let behindMs = 0
  let overflowMs = 0
  let stopped = false
  let wake = (): void => {}
  let watching: Array<{ readonly share: number; readonly done: () => void }> = []
  const hearing: SourceHearing = {
    paused: false,
    microphoneMuted: false,
    tracks: voices.map((track) => ({ track, state: 'hearing', device: 'Desk', everything: false })),
  }

  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    yield { type: 'hearing', hearing }
    const beganMs = steadyMs()
    for (let at = 0; at < toSamples(seconds * 1000); at += piece) {
      const dueMs = beganMs + (at + piece) / 16 / pace
      const earlyMs = dueMs - steadyMs()
      if (stopped) return
      if (earlyMs > 0)
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, earlyMs)
        })
      // By the clock, however fast it is played: a ring is filled while the engine stands.
      const lateMs = Math.max(0, steadyMs() - dueMs)
      behindMs = Math.max(behindMs, lateMs)
      for (const track of voices) {
        const samples = sound[track].subarray(at, at + piece)
        told[track].push(toInt16(samples))
        if (lateMs > ringMs) {
          overflowMs += pieceMs / voices.length
          yield { type: 'gap', track, length: samples.length, cause: 'overrun' }
        } else yield { type: 'samples', track, samples, deviceMs: dueMs }
      }
      const share = (at + piece) / toSamples(seconds * 1000)
      for (const one of watching) if (one.share <= share) one.done()
      watching = watching.filter((one) => one.share > share)
    }
    // A device goes on until somebody stops it.
    if (!stopped) await new Promise<void>((resolve) => (wake = resolve))
  }

  return {
    tracks: voices,
    totalMs: null,
    events: events(),
    controls: {
      hearing: () => hearing,
      pause: () => {},
      resume: () => {},
      muteMicrophone: () => {},
    },
    stop() {
      stopped = true
      wake()
    },
    said(voice) {
      const all = new Int16Array(told[voice].reduce((sum, one) => sum + one.length, 0))
      let at = 0
      for (const one of told[voice]) {
        all.set(one, at)
        at += one.length
      }
      return all
    },
    reached: (share) => new Promise((done) => watching.push({ share, done })),
    longestBehindMs: () => behindMs,
    overflowMs: () => overflowMs,
    [Symbol.asyncDispose]: async () => {
      stopped = true
      wake()
    },
  }
}

async function soundOf(seconds: number): Promise<Record<Voice, Float32Array>> {
  const length = toSamples(seconds * 1000)
  const sound = { me: new Float32Array(length), them: new Float32Array(length) }
  const at = { me: 0, them: 0 }
  const path = sample('meeting-45s-stereo-48k.wav')
  await using file = await openFileSource(path, { pace: 'fast', channels: 'split' })
  for await (const event of file.events) {
    if (event.type !== 'samples' || event.track === 'mix') continue
    const { track, samples } = event
    sound[track].set(
      samples.subarray(0, Math.max(0, length - at[track])),
      Math.min(at[track], length),
    )
    at[track] += samples.length
  }
  return sound
}
