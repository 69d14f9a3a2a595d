/** How loud a track is to the eye, and whether it has been silent. Times are on the page's own clock. */
import type { Level } from '#contract/hearing.ts'

export interface Loudness {
  readonly peak: number
  readonly rms: number
  /** The largest peak of late: held for a moment, then falling. */
  readonly held: number
  readonly heldAtMs: number
  /** Since when nothing louder than silence came; null while something does. */
  readonly silentSinceMs: number | null
  readonly atMs: number
}

/** Below this peak (-50 dB of full scale) nobody speaks and nothing plays. */
const silentPeak = 10 ** (-50 / 20)
/** Silence between words is no silence. */
const silentAfterMs = 3_000
/** The other side is quiet for so long that a person might want to look. */
const longSilentAfterMs = 90_000
/** Without a level for this long (a pause, a lost connection) the silence of before is no longer known. */
const forgottenAfterMs = 10_000
/** Levels come twenty times a second; an older one says nothing of now. */
const staleAfterMs = 500

const holdMs = 1_500
const fallPerSecond = 0.5

/** Takes in one level. */
export function withLevel(before: Loudness | null, { peak, rms }: Level, nowMs: number): Loudness {
  const known = before && nowMs - before.atMs < forgottenAfterMs ? before : null
  const held = known ? heldPeak(known, nowMs) : 0
  const holds = peak >= held
  return {
    peak,
    rms,
    held: holds ? peak : (known?.held ?? 0),
    heldAtMs: holds ? nowMs : (known?.heldAtMs ?? nowMs),
    silentSinceMs: peak > silentPeak ? null : (known?.silentSinceMs ?? nowMs),
    atMs: nowMs,
  }
}

/** Where the peak is held at a moment, as an amplitude. */
export function heldPeak({ held, heldAtMs }: Loudness, nowMs: number): number {
  const fallingMs = Math.max(0, nowMs - heldAtMs - holdMs)
  return Math.max(0, held * (1 - (fallingMs / 1_000) * fallPerSecond))
}

export function isStale({ atMs }: Loudness, nowMs: number): boolean {
  return nowMs - atMs > staleAfterMs
}

export function isSilent({ silentSinceMs }: Loudness, nowMs: number): boolean {
  return silentSinceMs !== null && nowMs - silentSinceMs >= silentAfterMs
}

export function isLongSilent({ silentSinceMs }: Loudness, nowMs: number): boolean {
  return silentSinceMs !== null && nowMs - silentSinceMs >= longSilentAfterMs
}

/** The quietest the meter shows, in decibels of full scale. */
export const quietestDb = -60

export function decibels(amplitude: number): number {
  return amplitude > 0 ? Math.max(quietestDb, Math.min(0, 20 * Math.log10(amplitude))) : quietestDb
}

/** How far along the meter an amplitude lies, 0 to 1, even steps for even decibels. */
export function alongMeter(amplitude: number): number {
  return 1 - decibels(amplitude) / quietestDb
}

/** How loud it is, in words a person would use. */
export function inWords(amplitude: number): 'silent' | 'soft' | 'clear' | 'loud' {
  const db = decibels(amplitude)
  if (db < -50) return 'silent'
  if (db < -30) return 'soft'
  return db < -3 ? 'clear' : 'loud'
}
