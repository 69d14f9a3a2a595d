/**
 * Sound time that stands still while anything is computed, so that what is measured in it is the policy's own
 * delay and no machine's.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordedSound } from '#engine/audio/recording.ts'
import type { Parts } from '#engine/parts.ts'

export interface StoppedClock {
  /** Sees every call that a reader may wait for. To be put in front of all else. */
  adapt(parts: Parts): Parts
  /** Resolves when nothing is computed, and nobody wants to begin. */
  idle(): Promise<void>
}

/** What follows a call that has ended is begun in the same turn of the event loop, or the next. */
const quietTurns = 2

export function stoppedClock(): StoppedClock {
  let inFlight = 0
  let rest = Promise.withResolvers<void>()

  async function counted<Result>(call: () => Promise<Result>): Promise<Result> {
    inFlight++
    try {
      return await call()
    } finally {
      inFlight--
      if (inFlight === 0) {
        rest.resolve()
        rest = Promise.withResolvers()
      }
    }
  }

  function watched<Kind extends RecordedSound>(sound: Kind): Kind {
    return { ...sound, read: (track, from, to) => counted(() => sound.read(track, from, to)) }
  }

  return {
    adapt(parts) {
      const { recognizer, keeping, liveRules } = parts
      const { recordings } = keeping
      return {
        ...parts,
        // A look takes no time here, so it need not come less often for what it cost.
        liveRules: { ...liveRules, hop: { ...liveRules.hop, timesCost: 0 } },
        recognizer: {
          ...recognizer,
          load: (path) => counted(() => recognizer.load(path)),
          detect: (stream, samples) => counted(() => recognizer.detect(stream, samples)),
          forget: (stream) => counted(() => recognizer.forget(stream)),
          decode: (request, signal) => counted(() => recognizer.decode(request, signal)),
        },
        keeping: {
          ...keeping,
          recordings: {
            ...recordings,
            create: async (id, tracks) => watched(await recordings.create(id, tracks)),
            open: async (id) => watched(await recordings.open(id)),
            extend: async (id) => watched(await recordings.extend(id)),
            follow: async (id) => watched(await recordings.follow(id)),
          },
        },
      }
    },
    async idle() {
      for (let quiet = 0; quiet < quietTurns;) {
        if (inFlight > 0) await rest.promise
        await nextTurn()
        quiet = inFlight === 0 ? quiet + 1 : 0
      }
    },
  }
}
