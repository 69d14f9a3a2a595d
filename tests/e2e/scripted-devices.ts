/** The devices of the scripted engine's computer. */
import type { Device } from '#contract/device.ts'

export function aDevice(kind: Device['kind'], name: string, change: Partial<Device> = {}): Device {
  const format = { sampleRate: 48_000, channels: 2, sampleFormat: 'float' }
  return {
    id: `id of ${name}`,
    kind,
    name,
    isDefault: false,
    isDefaultForCalls: false,
    ...format,
    ...change,
  }
}

export const twoDevices: readonly Device[] = [
  aDevice('microphone', 'Headset microphone', { isDefault: true }),
  aDevice('system', 'Loudspeakers', { isDefault: true }),
]
