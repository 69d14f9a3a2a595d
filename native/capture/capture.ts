/** The one door to the capture addon: devices and their sound, in this process. */
import { AppError } from '#contract/errors.ts'
import {
  type Handle,
  type NativeAddon,
  type NativeStream,
  defaultDirectory,
  loadAddon,
  problemIn,
} from './addon.ts'
import { atMostEvery } from './at-most-every.ts'
import { plainName } from './plain-name.ts'
import {
  type Capture,
  type CaptureDevice,
  CaptureError,
  type CaptureReason,
  type CaptureStream,
  type Delivery,
} from './stream.ts'

export interface CaptureOptions {
  /** PulseAudio's server address, such as `unix:/run/user/1000/pulse/native`; ignored on Windows. */
  readonly server?: string
  /** Where the addon lies. */
  readonly directory?: string
}

const betweenChangesMs = 250

const reasons: readonly string[] = [
  'no_device',
  'unknown_device',
  'device_lost',
  'format_changed',
  'device_in_use',
  'permission_denied',
  'server_unreachable',
  'unsupported_format',
  'failed',
] satisfies CaptureReason[]

/** One sentence that says why no device can be heard here; null if nothing stands in the way. */
export function captureProblem(directory: string = defaultDirectory()): string | null {
  const problem = problemIn(directory)
  if (problem !== null) return problem
  try {
    loadAddon(directory)
    return null
  } catch (error) {
    return unloadable(error)
  }
}

/**
 * Connects to the sound system. A sound server that is not there yet is no failure: `devices` and `open` tell, and
 * `watch` when it has come.
 */
export async function openCapture(options: CaptureOptions = {}): Promise<Capture> {
  const addon = load(options.directory ?? defaultDirectory())
  const awaiting = new Map<Handle, () => void>()
  const watchers = new Set<() => void>()
  const tellWatchers = atMostEvery(betweenChangesMs, () => watchers.forEach((changed) => changed()))
  const listen = (changed: boolean) => {
    for (const [stream, wake] of awaiting) {
      // The sound of one stream is no reason to wake another.
      if (!addon.hasMore(stream)) continue
      awaiting.delete(stream)
      wake()
    }
    if (changed) tellWatchers.call()
  }
  const connection = await addon.connect(options.server ?? '', listen).catch(refuse)
  const somethingHeard = (stream: Handle) =>
    new Promise<void>((resolve) => void awaiting.set(stream, resolve))
  let closing: Promise<void> | null = null

  return {
    devices: async () => (await addon.devices(connection).catch(refuse)).map(withPlainName),
    open: async (request) => {
      const native = await addon.open(connection, request).catch(refuse)
      return openStream({ addon, connection, native, somethingHeard })
    },
    watch: (changed) => {
      // A function of our own, so that the same one can watch twice.
      const watcher = () => changed()
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    peaks: (kind) => addon.peaks(connection, kind).catch(refuse),
    close: () => {
      watchers.clear()
      tellWatchers.stop()
      closing ??= addon.close(connection).catch(refuse)
      return closing
    },
  }
}

interface StreamParts {
  readonly addon: NativeAddon
  readonly connection: Handle
  readonly native: NativeStream
  readonly somethingHeard: (stream: Handle) => Promise<void>
}

function openStream({ addon, connection, native, somethingHeard }: StreamParts): CaptureStream {
  const { handle, scope, sampleRate, channels } = native
  const device = withPlainName(native.device)
  let closing: Promise<void> | null = null
  const close = () => (closing ??= addon.closeStream(connection, handle).catch(ignoreClosed))

  async function* deliver(): AsyncGenerator<Delivery> {
    // Nothing is gathered here: what nobody takes stays in the addon's ring.
    for (let batch = addon.take(handle); batch !== null; batch = addon.take(handle)) {
      if (batch.length === 0) await somethingHeard(handle)
      // What has ended by itself still holds its device.
      if (batch.at(-1)?.type === 'ended') void close()
      for (const delivery of batch) yield delivery
    }
  }
  return { device, scope, sampleRate, channels, deliveries: deliver(), close }
}

function withPlainName(device: CaptureDevice): CaptureDevice {
  return { ...device, name: plainName(device) }
}

/** A connection that was closed has closed its streams. */
function ignoreClosed(error: unknown): void {
  if (!(error instanceof Error) || reasonOf(error) === null) throw error
}

function load(directory: string): NativeAddon {
  const problem = problemIn(directory)
  if (problem !== null) throw new AppError('source_unavailable', problem)
  try {
    return loadAddon(directory)
  } catch (error) {
    throw new AppError('source_unavailable', unloadable(error), { cause: error })
  }
}

function unloadable(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error)
  return `The capture addon cannot run here: ${detail}. Run "npm install" again.`
}

function refuse(error: unknown): never {
  const reason = error instanceof Error ? reasonOf(error) : null
  if (reason === null) throw error
  throw new CaptureError(reason, (error as Error).message)
}

function reasonOf(error: Error): CaptureReason | null {
  const code = 'code' in error ? error.code : null
  return typeof code === 'string' && reasons.includes(code) ? (code as CaptureReason) : null
}
