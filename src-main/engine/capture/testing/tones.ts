/** Tells which of some tones a piece of sound is, so that a test knows which device was heard, and how cleanly. */
import { SAMPLE_RATE } from '../../audio/frames.ts'

/** A window of 20 ms holds whole periods of every tone that is a multiple of 50 Hz. */
export const TONE_WINDOW = SAMPLE_RATE / 50

export interface Window {
  /** The tones that hold a fifth of its power or more: several where devices are mixed, none in silence (below -60 dB). */
  readonly tones: readonly number[]
  /** The tones explain all but a thousandth of its power: nothing is cut, doubled or clipped. */
  readonly clean: boolean
}

/** What each window of a track holds; the rest that fills no window is left out. */
export function windowsOf(samples: Float32Array, tones: readonly number[]): Window[] {
  const windows: Window[] = []
  for (let at = 0; at + TONE_WINDOW <= samples.length; at += TONE_WINDOW)
    windows.push(judge(samples.subarray(at, at + TONE_WINDOW), tones))
  return windows
}

function judge(window: Float32Array, tones: readonly number[]): Window {
  const power = window.reduce((sum, sample) => sum + sample * sample, 0)
  if (power / window.length < 1e-6) return { tones: [], clean: true }
  const shares = tones.map((hertz) => powerAt(window, hertz) / power)
  return {
    tones: tones.filter((_, i) => (shares[i] ?? 0) > 0.2),
    clean: shares.reduce((sum, share) => sum + share, 0) > 0.999,
  }
}

/** The power that a tone of this frequency and any phase explains. */
function powerAt(window: Float32Array, hertz: number): number {
  let re = 0
  let im = 0
  for (const [i, sample] of window.entries()) {
    const angle = (2 * Math.PI * hertz * i) / SAMPLE_RATE
    re += sample * Math.cos(angle)
    im += sample * Math.sin(angle)
  }
  return (2 * (re * re + im * im)) / window.length
}
