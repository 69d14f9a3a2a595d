/** Ends a meeting that nobody speaks in any more: says so before, and never while speech is heard. Pure. */

export type SilenceNews =
  /** It stops after so many more milliseconds of silence. */
  | { readonly type: 'announce'; readonly inMs: number }
  /** Sound came back after the announcement, or somebody wants it to go on. */
  | { readonly type: 'cancelled' }
  | { readonly type: 'stop' }

export interface SilenceStop {
  /** Any sound above the threshold on any track, or speech, at this moment; at least once a second while live. */
  heard(now: {
    readonly atMs: number
    readonly peak: number
    readonly speech: boolean
  }): SilenceNews | null
  /** How much more silence stops it, once that was announced; null while it is not about to. */
  endsInMs(): number | null
  /** Somebody wants it to go on: the silence begins anew. */
  keep(): SilenceNews | null
}

/** Quieter than any speech a microphone picks up, louder than the noise of a quiet room: -40 dB. */
const SOUND_PEAK = 0.01
const LONGEST_NOTICE_MS = 60_000

export function silenceStop(afterMs: number): SilenceStop {
  const noticeMs = Math.min(LONGEST_NOTICE_MS, afterMs / 3)
  let silentSinceMs: number | null = null
  let leftMs = afterMs
  let announced = false
  let stopped = false

  function beginAnew(): SilenceNews | null {
    silentSinceMs = null
    if (!announced) return null
    announced = false
    return { type: 'cancelled' }
  }

  return {
    heard({ atMs, peak, speech }) {
      if (stopped) return null
      if (speech || peak >= SOUND_PEAK) return beginAnew()
      silentSinceMs ??= atMs
      leftMs = silentSinceMs + afterMs - atMs
      // Announced first in any case: whoever was not warned is given the time to object.
      if (leftMs <= 0 && announced) {
        stopped = true
        return { type: 'stop' }
      }
      if (leftMs > noticeMs || announced) return null
      announced = true
      if (leftMs < noticeMs) silentSinceMs = atMs + noticeMs - afterMs
      leftMs = noticeMs
      return { type: 'announce', inMs: Math.round(noticeMs) }
    },
    endsInMs: () => (announced && !stopped ? Math.max(0, Math.round(leftMs)) : null),
    keep: () => (stopped ? null : beginAnew()),
  }
}
