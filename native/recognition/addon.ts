/**
 * The binary: where it lies, how it is loaded, what its functions are called.
 * Only the other files of this folder may import this one.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A native object in JavaScript's hands; the addon checks its type on every call. */
export type Handle = object

export interface NativeAddon {
  loadBackends(directory: string, gpuLibraries: readonly string[]): NativeBackends
  loadModel(file: string, options: object): Promise<Handle>
  describeModel(model: Handle): NativeModel
  createState(model: Handle): Promise<Handle>
  decode(state: Handle, samples: Float32Array, options: object): Promise<unknown>
  abort(state: Handle, id: number): void
  free(handle: Handle): void
  openVoiceDetector(file: string): Handle
  detectVoice(detector: Handle, samples: Float32Array): number[]
  resetVoiceDetector(detector: Handle): void
}

interface NativeBackends {
  readonly cpuLibrary: string
  readonly ggmlVersion: string
  readonly whisperVersion: string
  readonly devices: readonly {
    readonly name: string
    readonly description: string
    readonly type: string
    readonly totalMemoryBytes: number
  }[]
  readonly unusable: readonly { readonly library: string; readonly reason: string }[]
}

interface NativeModel {
  readonly family: 'whisper' | 'parakeet'
  readonly kind: string
  readonly multilingual: boolean
  readonly audioContext: number
  readonly textLayers: number
  readonly textHeads: number
  readonly vocabulary: number
  readonly backend: string
}

const Missing = z.object({ reason: z.string() })
const Stamp = z.object({ hash: z.string(), whisperVersion: z.string(), ggmlVersion: z.string() })
export type Stamp = Readonly<z.infer<typeof Stamp>>

const here = path.dirname(fileURLToPath(import.meta.url))

export function defaultDirectory(): string {
  return path.join(here, 'out', `${process.platform}-${process.arch}`)
}

/** A complete folder has both the addon and the stamp that is written after it. */
export function locateAddon(
  directory: string,
): { readonly directory: string } | { readonly problem: string } {
  if (existsSync(path.join(directory, 'recognition.node')) && existsSync(stampFile(directory))) {
    return { directory }
  }
  return {
    problem: reasonIn(directory) ?? 'The speech addon is not built: run "npm install" again.',
  }
}

export function readStamp(directory: string): Stamp {
  return Stamp.parse(JSON.parse(readFileSync(stampFile(directory), 'utf8')))
}

/** Throws what the system says if the binary or a library that it needs cannot be loaded. */
export function loadAddon(directory: string): NativeAddon {
  const file = path.join(directory, 'recognition.node')
  return createRequire(import.meta.url)(file) as NativeAddon
}

function stampFile(directory: string): string {
  return path.join(directory, 'built.json')
}

/** What the installation wrote down when it could not make the addon. */
function reasonIn(directory: string): string | undefined {
  const file = path.join(directory, 'missing.json')
  if (!existsSync(file)) return undefined
  const parsed = Missing.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return parsed.success ? parsed.data.reason : undefined
}
