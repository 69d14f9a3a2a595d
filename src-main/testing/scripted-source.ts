/** A source of devices that a test plays by hand, where no device can be. */
import type { Source, SourceControls, SourceEvent, SourceHearing } from '#engine/audio/source.ts'
import { openFileSource } from '#engine/audio/file-source.ts'
import type { TrackName } from '#contract/transcript.ts'

export interface ScriptedSource extends Source {
  readonly controls: SourceControls
  /** Tells these, in order, after all before. */
  tell(...events: readonly SourceEvent[]): void
  /** The track is in another state from now on, and says so. */
  becomes(track: TrackName, state: SourceHearing['tracks'][number]['state']): void
  /** The source fails after what was told so far. */
  fail(error: Error): void
  /** Whether it was told to stop. */
  readonly stopped: boolean
}

export function scriptedSource(tracks: readonly TrackName[] = ['me', 'them']): ScriptedSource {
  const waiting: SourceEvent[] = []
  let wake = Promise.withResolvers<void>()
  let failure: Error | null = null
  let stopped = false
  let closed = false
  let now: SourceHearing = {
    paused: false,
    microphoneMuted: false,
    tracks: tracks.map((track) => ({
      track,
      state: 'hearing',
      device: track === 'me' ? 'Desk microphone' : 'Loudspeakers',
      everything: false,
    })),
  }

  function tell(...events: readonly SourceEvent[]): void {
    waiting.push(...events)
    wake.resolve()
  }
  function becomesNow(next: SourceHearing): void {
    now = next
    tell({ type: 'hearing', hearing: now })
  }
  async function* events(): AsyncGenerator<SourceEvent, void, undefined> {
    yield { type: 'hearing', hearing: now }
    for (;;) {
      for (let event = waiting.shift(); event; event = waiting.shift()) yield event
      if (failure) throw failure
      if (stopped || closed) return
      await wake.promise
      wake = Promise.withResolvers<void>()
    }
  }

  return {
    tracks,
    totalMs: null,
    events: events(),
    controls: {
      hearing: () => now,
      pause() {
        if (now.paused) return
        tell(...tracks.map((track) => ({ type: 'paused', track, cause: 'person' }) as const))
        becomesNow({ ...now, paused: true })
      },
      resume() {
        if (!now.paused) return
        tell(...tracks.map((track) => ({ type: 'resumed', track }) as const))
        becomesNow({ ...now, paused: false })
      },
      muteMicrophone: (microphoneMuted) => becomesNow({ ...now, microphoneMuted }),
    },
    tell,
    becomes: (track, state) =>
      becomesNow({
        ...now,
        tracks: now.tracks.map((known) => (known.track === track ? { ...known, state } : known)),
      }),
    fail(error) {
      failure = error
      wake.resolve()
    },
    stop() {
      stopped = true
      wake.resolve()
    },
    get stopped() {
      return stopped
    },
    [Symbol.asyncDispose]: async () => {
      closed = true
      wake.resolve()
    },
  }
}

/** A second of nothing on a track. */
export function quiet(track: TrackName, seconds = 1): SourceEvent {
  const samples = new Float32Array(16_000 * seconds)
  return { type: 'samples', track, samples, deviceMs: 0 }
}

/** What a sound file holds, as a device would tell it on this track. */
export async function spokenOn(track: TrackName, path: string): Promise<SourceEvent[]> {
  await using file = await openFileSource(path, { pace: 'fast', channels: 'mix' })
  const events: SourceEvent[] = []
  for await (const event of file.events)
    if (event.type === 'samples') events.push({ ...event, track, deviceMs: 0 })
  return events
}
