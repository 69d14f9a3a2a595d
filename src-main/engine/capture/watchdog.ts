/**
 * Tells silence from deafness: while a track hears nothing, the devices' own meters say whether there was something
 * to hear. Pure; told every half second.
 */
import type { DevicePeak } from './capture.native.ts'

export interface Look {
  readonly atMs: number
  /** The largest sample the track has captured since the last look, before anything was done to it. */
  readonly captured: number
  /** The device that is heard; null where all outputs are. */
  readonly deviceId: string | null
  /** Since the last look; empty where nothing was measured. */
  readonly meters: readonly DevicePeak[]
}

export type Finding =
  /** The device that is heard was loud since then, and nothing of it was captured. */
  | { readonly type: 'deaf'; readonly sinceMs: number; readonly loudDeviceId: string }
  /** Another device plays, and the one that is heard does not. */
  | { readonly type: 'elsewhere'; readonly deviceId: string }
  /** Sound arrives again after a finding. */
  | { readonly type: 'heard' }

export interface Watchdog {
  look(look: Look): Finding | null
  /** Another device is heard from now on, or time stood still: what was seen so far says nothing about it. */
  forget(): void
}

export const watchRules = {
  /** Captured peaks below this are silence: -66 dB, above the dither of sound cards. */
  quiet: 0.0005,
  /** A meter above this says that there was sound: -46 dB, ten times what we call silence. */
  loud: 0.005,
  /** So many loud looks, half a second each, make a finding: longer than the sound of a notification. */
  loudLooks: 4,
  /** After so long without a loud look it starts counting anew: longer than a pause in speech. */
  pauseMs: 2_100,
} as const

interface Count {
  readonly sinceMs: number
  readonly lastMs: number
  readonly looks: number
}

export function watchdog(): Watchdog {
  const counts = new Map<string, Count>()
  let previousMs: number | null = null
  let found = false

  function count({ atMs, meters }: Look): void {
    const startMs = previousMs ?? atMs
    for (const [id, { lastMs }] of counts) if (atMs - lastMs > watchRules.pauseMs) counts.delete(id)
    for (const { deviceId, peak } of meters) {
      if (peak < watchRules.loud) continue
      const known = counts.get(deviceId)
      const { sinceMs, looks } = known ?? { sinceMs: startMs, looks: 0 }
      counts.set(deviceId, { sinceMs, lastMs: atMs, looks: looks + 1 })
    }
  }

  function judge(look: Look): Finding | null {
    for (const [id, { sinceMs, looks }] of counts) {
      if (looks < watchRules.loudLooks) continue
      const mine = look.deviceId === null || look.deviceId === id
      // The device we hear comes first: deafness explains more than another player.
      if (mine) return { type: 'deaf', sinceMs, loudDeviceId: id }
    }
    for (const [id, { looks }] of counts) {
      if (looks >= watchRules.loudLooks) return { type: 'elsewhere', deviceId: id }
    }
    return null
  }

  function forget(): void {
    counts.clear()
    previousMs = null
  }

  return {
    forget,
    look(look) {
      if (look.captured >= watchRules.quiet) {
        counts.clear()
        previousMs = look.atMs
        if (!found) return null
        found = false
        return { type: 'heard' }
      }
      count(look)
      previousMs = look.atMs
      const finding = judge(look)
      if (!finding) return null
      found = true
      // Counted anew: what lasts is found again.
      counts.clear()
      return finding
    },
  }
}
