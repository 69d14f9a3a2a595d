/** A track's state as a person should be told it: what the engine said, and what was asked of it. */
import type { Hearing, TrackState } from '#contract/hearing.ts'

export type HeardTrack = Hearing['tracks'][number]

export type ShownState = TrackState | 'silent' | 'muted' | 'paused' | 'unknown'

interface Circumstances {
  readonly hearing: Hearing
  /** Whether what is known of it is so now. */
  readonly sure: boolean
  readonly silent: boolean
}

export function shownState(
  { track, state }: HeardTrack,
  { hearing, sure, silent }: Circumstances,
): ShownState {
  if (!sure) return 'unknown'
  if (state === 'ended') return state
  if (hearing.paused) return 'paused'
  if (state !== 'hearing') return state
  if (track === 'me' && hearing.microphoneMuted) return 'muted'
  return silent ? 'silent' : state
}

/** Something is wrong that a person might mend. */
export function isTrouble(state: ShownState): state is 'lost' | 'deaf' {
  return state === 'lost' || state === 'deaf'
}

/** Whether any sound can be heard at all just now. */
export function hearsAnything({ tracks, paused }: Hearing): boolean {
  return !paused && tracks.some(({ state }) => state === 'hearing' || state === 'opening')
}
