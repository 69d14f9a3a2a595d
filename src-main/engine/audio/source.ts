import type { TrackName } from '#contract/transcript.ts'
import type { GapCause } from '#contract/account.ts'
import type { Level, TrackState } from '#contract/hearing.ts'
import type { Warning } from '#contract/warning.ts'

/** What a source tells, in the order in which it was heard. Samples are mono at 16 kHz, full scale at ±1. */
export type SourceEvent =
  | {
      readonly type: 'samples'
      readonly track: TrackName
      readonly samples: Float32Array
      /** When the device heard the first of them, in milliseconds of its own steady clock; null for a file. */
      readonly deviceMs: number | null
    }
  /** The source is known to have been silent for so many samples: it sent none, and none is missing. */
  | { readonly type: 'silence'; readonly track: TrackName; readonly length: number }
  /** So many samples of the track are missing here. */
  | {
      readonly type: 'gap'
      readonly track: TrackName
      readonly length: number
      readonly cause: GapCause
    }
  /** The last so many samples of the track, which were told already, are not what the device played or heard. */
  | { readonly type: 'deaf'; readonly track: TrackName; readonly length: number }
  /** What the track hears from here on: the first device or format, or a new one. */
  | {
      readonly type: 'format'
      readonly track: TrackName
      readonly name: string
      readonly sampleRate: number
      readonly channels: number
    }
  /** Nothing is heard on this track, and nothing is missing, until it is resumed. */
  | { readonly type: 'paused'; readonly track: TrackName; readonly cause: 'person' | 'sleep' }
  | { readonly type: 'resumed'; readonly track: TrackName }
  /** What the faces are told and the recording does not hold. */
  | { readonly type: 'levels'; readonly levels: readonly Level[] }
  | { readonly type: 'hearing'; readonly hearing: SourceHearing }
  | { readonly type: 'warning'; readonly warning: Warning }
  /** The track ended before it should have; `missing` samples are known to be lost, or null when nobody knows. */
  | { readonly type: 'cut_short'; readonly track: TrackName; readonly missing: number | null }

/** What a source of devices hears at this moment. */
export interface SourceHearing {
  readonly paused: boolean
  readonly microphoneMuted: boolean
  readonly tracks: ReadonlyArray<{
    readonly track: TrackName
    readonly state: TrackState
    readonly device: string | null
    readonly everything: boolean
  }>
}

/** What can be done to a source while it is heard. Each takes effect at once; its events follow in their place. */
export interface SourceControls {
  hearing(): SourceHearing
  pause(): void
  resume(): void
  muteMicrophone(muted: boolean): void
}

/**
 * Something that can be listened to: a file, a microphone, what the computer plays.
 * The events end when the sound does; a failure ends them with an error. They are pulled: a file
 * waits for whoever is slow, a device keeps a bounded ring and tells a gap where it overflowed.
 */
export interface Source extends AsyncDisposable {
  readonly tracks: readonly TrackName[]
  /** Length of the whole sound where it is known, else null. */
  readonly totalMs: number | null
  /** Listening starts with the first pull; it can be done once. */
  readonly events: AsyncIterable<SourceEvent>
  /** Null for a file: it is heard as it is. */
  readonly controls: SourceControls | null
  /** Ends the events after what was heard so far. */
  stop(): void
}
