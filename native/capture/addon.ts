/**
 * The binary: where it lies, how it is loaded, what its functions are called.
 * Only `capture.ts` may import this.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type {
  CaptureDevice,
  CaptureStream,
  Delivery,
  DeviceKind,
  DevicePeak,
  StreamRequest,
} from './stream.ts'

/** A native object in JavaScript's hands; the addon checks its type on every call. */
export type Handle = object

export interface NativeStream extends Pick<
  CaptureStream,
  'device' | 'scope' | 'sampleRate' | 'channels'
> {
  readonly handle: Handle
}

/** Promises are rejected with an Error whose `code` is a CaptureReason. */
export interface NativeAddon {
  /** `listener` is called when streams may have more, and when devices changed. */
  connect(server: string, listener: (changed: boolean) => void): Promise<Handle>
  devices(connection: Handle): Promise<CaptureDevice[]>
  open(connection: Handle, request: StreamRequest): Promise<NativeStream>
  /** Empty: nothing yet, the listener tells. Null: nothing any more. */
  take(stream: Handle): Delivery[] | null
  /** After an empty take: whether another one will bring something. */
  hasMore(stream: Handle): boolean
  /** What was heard before can still be taken. */
  closeStream(connection: Handle, stream: Handle): Promise<void>
  peaks(connection: Handle, kind: DeviceKind): Promise<DevicePeak[]>
  /** Ends all streams too. */
  close(connection: Handle): Promise<void>
}

const Missing = z.object({ reason: z.string() })

const here = path.dirname(fileURLToPath(import.meta.url))

export function defaultDirectory(): string {
  return path.join(here, 'out', `${process.platform}-${process.arch}`)
}

/** One sentence that says what is missing and how to get it; null if the addon is there. */
export function problemIn(directory: string): string | null {
  const isThere = (name: string) => existsSync(path.join(directory, name))
  // The stamp is written after the addon: a folder with both is complete.
  if (isThere('capture.node') && isThere('built.json')) return null
  return reasonIn(directory) ?? 'The capture addon is not built: run "npm install" again.'
}

/** Throws what the system says if the binary cannot be loaded. */
export function loadAddon(directory: string): NativeAddon {
  return createRequire(import.meta.url)(path.join(directory, 'capture.node')) as NativeAddon
}

/** What the installation wrote down when it could not make the addon. */
function reasonIn(directory: string): string | undefined {
  const file = path.join(directory, 'missing.json')
  if (!existsSync(file)) return undefined
  const parsed = Missing.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return parsed.success ? parsed.data.reason : undefined
}
