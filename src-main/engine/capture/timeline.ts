import type { GapCause } from '#contract/account.ts'

/**
 * A piece of a track, in order. Lengths are samples at 16 kHz. `silence`: nothing was played, and nothing is missing.
 */
export type Placed =
  | { readonly type: 'samples'; readonly samples: Float32Array; readonly deviceMs: number }
  | { readonly type: 'silence'; readonly length: number }
  | { readonly type: 'gap'; readonly length: number; readonly cause: GapCause }

/** Why nothing was heard for a while; `silence`: because there was nothing to hear. */
export type HoleCause = GapCause | 'silence'

/**
 * Lays what a device delivers on the time of a meeting: sample n of a track is what was heard `n / 16000` seconds
 * after the meeting began, by the steady clock of this computer, whatever the device's own clock does. So two tracks
 * stay in step. Pure: it knows no clock and no device. All times are milliseconds of the steady clock (`process.hrtime`).
 *
 * Single moments may be wrong by some 10 ms, so the start of a stream, and what looks like a hole, are held for 80 ms
 * of sound until there is agreement. What a call places that returns nothing is told by the next one.
 */
export interface Timeline {
  /**
   * From here on sound comes from a stream of this rate. Time between the last placed sample and the first of
   * this stream is missing for the reason `between`, or is `silence`. A hole inside this stream of which the device
   * says nothing is what `holes` says: `silence` for a loopback that sends nothing while nothing plays.
   */
  bind(sampleRate: number, between: HoleCause, holes?: HoleCause): void
  /** About 10 ms of the bound stream; `deviceMs` is when its first sample was heard. A hole after a `discontinuity` is a `device_glitch`. */
  push(samples: Float32Array, deviceMs: number, discontinuity: boolean): Placed[]
  /** So many samples of the bound stream were lost before the next ones. */
  overrun(length: number): void
  /**
   * Nothing has come until this moment: tells what can be told without waiting any longer (a loopback that plays
   * nothing sends nothing; a lost device too), so that readers are not kept waiting. What arrives later for a time that
   * is told already is cut; so the moment is that of the call less what a delivery may take, about 200 ms. A stream
   * that has delivered up to this moment is not disturbed.
   */
  advance(steadyMs: number, cause: HoleCause): Placed[]
  /**
   * Time stands still from here (pause, sleep), up to `resume`; what is heard in between is dropped. Tells all that was
   * pushed and heard before; what is still under way is placed when it comes, or told as missing. Pauses do not nest.
   */
  pause(steadyMs: number): Placed[]
  resume(steadyMs: number): void
  /** The rest of what is inside the resampler; nothing may follow. */
  finish(): Placed[]
  /** How far the track reaches, in samples: all that was returned so far. */
  readonly length: number
  /** The device's rate as measured against the steady clock, in parts per million above its nominal one; 0 until known. */
  readonly driftPpm: number
}
