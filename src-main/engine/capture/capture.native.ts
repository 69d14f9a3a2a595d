/**
 * The door to the capture addon: what this computer hears and plays. It is opened at the first need and kept, so that
 * a program which only reads files never speaks to the sound system.
 */
import { AppError } from '#contract/errors.ts'
import type { Device } from '#contract/device.ts'
import type { Capture, CaptureDevice } from '#native/capture/stream.ts'
import { captureFailure } from './capture-failure.native.ts'

export type {
  Capture,
  CaptureDevice,
  CaptureStream,
  Delivery,
  DeviceKind,
  DevicePeak,
  StreamRequest,
} from '#native/capture/stream.ts'

/** The sound system of this computer, whether or not it has been asked yet. */
export interface SoundSystem {
  /** Fails with a sentence for people where nothing can be heard at all. */
  open(): Promise<Capture>
  listDevices(): Promise<Device[]>
  /** Tells all devices when they change, from the first time on that anybody asked for them. */
  watchDevices(listener: (devices: readonly Device[]) => void): () => void
}

/** `open` is called once; after a failure again at the next need. `onFailure` hears of looks that nobody waits for. */
export function soundSystem(
  open: () => Promise<Capture>,
  onFailure: (error: unknown) => void,
): SoundSystem {
  const listeners = new Set<(devices: readonly Device[]) => void>()
  let opening: Promise<Capture> | null = null

  function opened(): Promise<Capture> {
    if (opening) return opening
    const attempt = openWatched()
    opening = attempt
    attempt.catch(() => (opening = null))
    return attempt
  }

  async function openWatched(): Promise<Capture> {
    const capture = await inWords(open)
    capture.watch(() => void tell(capture))
    return capture
  }

  async function tell(capture: Capture): Promise<void> {
    if (listeners.size === 0) return
    try {
      const devices = (await capture.devices()).map(toDevice)
      for (const listener of listeners) listener(devices)
    } catch (error) {
      onFailure(error)
    }
  }

  return {
    open: opened,
    async listDevices() {
      const capture = await opened()
      const devices = await capture.devices().catch((error: unknown) => {
        throw captureFailure(error, 'microphone')
      })
      return devices.map(toDevice)
    },
    watchDevices(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** The addon of this program. */
export async function openAddon(): Promise<Capture> {
  const { openCapture } = await import('#native/capture/capture.ts')
  return openCapture()
}

async function inWords(open: () => Promise<Capture>): Promise<Capture> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError(
      'source_unavailable',
      'The part of this program that hears devices is missing or cannot be loaded: run "npm install" again, or install the program anew. Files can still be read.',
      { cause: error },
    )
  }
}

/** The contract says `system` for what an output plays. */
function toDevice({ kind, ...device }: CaptureDevice): Device {
  return { ...device, kind: kind === 'loopback' ? 'system' : 'microphone' }
}
