import type { GapCause } from '#contract/account.ts'

/**
 * A piece of a track, in order. Lengths are samples at 16 kHz. `silence`: nothing was played, and nothing is missing.
 */
export type Placed =
  | { readonly type: 'samples'; readonly samples: Float32Array; readonly deviceMs: number }
  | { readonly type: 'silence'; readonly length: number }
  | { readonly type: 'gap'; readonly length: number; readonly cause: GapCause }

/**
 * Lays what a device delivers on the time of a meeting: sample n of a track is what was heard `n / 16000` seconds
 * after the meeting began, by the steady clock of this computer, whatever the device's own clock does. So two tracks
 * stay in step. Pure: it knows no clock and no device. All times are milliseconds of the steady clock (`process.hrtime`).
 */
export interface Timeline {
  /**
   * From here on sound comes from a stream of this rate. Time between the last placed sample and the first of
   * this stream is missing for this reason, or is `silence`.
   */
  bind(sampleRate: number, between: GapCause | 'silence'): void
  /** About 10 ms of the bound stream; `deviceMs` is when its first sample was heard. A hole after a `discontinuity` is a `device_glitch`. */
  push(samples: Float32Array, deviceMs: number, discontinuity: boolean): Placed[]
  /** So many samples of the bound stream were lost before the next ones. */
  overrun(length: number): void
  /**
   * Nothing has come until this moment: tells what can be told without waiting any longer (a loopback that plays
   * nothing sends nothing; a lost device too), so that readers are not kept waiting. What arrives later for a time that
   * is told already is cut.
   */
  advance(steadyMs: number, cause: GapCause | 'silence'): Placed[]
  /** Time stands still from here (pause, sleep), up to `resume`; what is heard in between is dropped. */
  pause(steadyMs: number): Placed[]
  resume(steadyMs: number): void
  /** The rest of what is inside the resampler; nothing may follow. */
  finish(): Placed[]
  /** How far the track reaches, in samples. */
  readonly length: number
  /** The device's rate as measured against the steady clock, in parts per million above its nominal one; 0 until known. */
  readonly driftPpm: number
}
