/** The microphones and outputs of the computer, as far as the engine has told. */
import type { Device } from '#contract/device.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Choice, FixedDevice } from './choice.ts'

export interface Devices {
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly list: readonly Device[]
  /** Why they could not be listed, as the engine put it. */
  readonly problem: string | null
}

export const unreadDevices: Devices = { phase: 'unread', list: [], problem: null }

export function applyToDevices(devices: Devices, event: EngineEvent): Devices {
  return event.type === 'devices.changed' ? wholeDevices(event.devices) : devices
}

export function wholeDevices(list: readonly Device[]): Devices {
  return { phase: 'whole', list, problem: null }
}

/** An answer that comes after a newer event is old news. */
export function devicesAnswered(devices: Devices, answer: Devices): Devices {
  return devices.phase === 'reading' ? answer : devices
}

export function devicesOf(devices: Devices, kind: Device['kind']): readonly Device[] {
  return devices.list.filter((device) => device.kind === kind)
}

export function defaultDevice(devices: Devices, kind: Device['kind']): Device | null {
  return devicesOf(devices, kind).find(({ isDefault }) => isDefault) ?? null
}

/** What stands in the way of hearing a chosen kind. */
export interface Obstacle {
  readonly kind: Device['kind']
  /** The chosen device that is not there, or null when there is none of its kind at all. */
  readonly missing: FixedDevice
}

/** What of the choice cannot be heard just now. While the list is not known, nothing is said. */
export function obstacles(devices: Devices, choice: Choice): readonly Obstacle[] {
  if (devices.phase !== 'whole') return []
  return (['microphone', 'system'] as const)
    .filter((kind) => choice.hear === 'both' || choice.hear === kind)
    .flatMap((kind): readonly Obstacle[] => {
      const present = devicesOf(devices, kind)
      const fixed = choice[kind]
      if (present.length === 0) return [{ kind, missing: null }]
      if (fixed === null || present.some(({ id }) => id === fixed.id)) return []
      return [{ kind, missing: fixed }]
    })
}
