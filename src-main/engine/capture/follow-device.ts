/** Which device a track should hear. Pure. */
import type { CaptureDevice, DeviceKind } from './capture.native.ts'

export interface Following {
  readonly kind: DeviceKind
  /** The device that was chosen, or null to follow the system's default. */
  readonly chosen: string | null
  /** An output that is heard in place of the default, because it is the one that plays. */
  readonly instead: string | null
}

/** What is heard now. */
export interface Heard {
  readonly deviceId: string
  /** All outputs at once: which of them is the default does not matter. */
  readonly everything: boolean
}

/** The device to open when none is heard; null is the default of that moment. */
export function wanted({ chosen, instead }: Following): string | null {
  return chosen ?? instead
}

/** What to do when devices came, went, or another one is the default. */
export function follow(
  following: Following,
  heard: Heard,
  devices: readonly CaptureDevice[],
): 'stay' | 'to-default' {
  // A chosen device is waited for, whatever else there is.
  if (following.chosen !== null || heard.everything) return 'stay'
  const ours = devices.filter(({ kind }) => kind === following.kind)
  if (following.instead !== null)
    return ours.some(({ id }) => id === following.instead) ? 'stay' : 'to-default'
  const standard = ours.find(({ isDefault }) => isDefault)
  return standard === undefined || standard.id === heard.deviceId ? 'stay' : 'to-default'
}

/** How long to wait before the next attempt, in milliseconds: at once, then 100, 200, ... up to 2000, for ever. */
export function retryDelay(failedAttempts: number): number {
  return failedAttempts === 0 ? 0 : Math.min(2000, 100 * 2 ** (failedAttempts - 1))
}
