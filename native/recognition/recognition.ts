/**
 * The one door to the speech addon: whisper.cpp and Silero voice detection in this process. A failed assertion inside ggml
 * ends the process, so only a worker process may open it, never the engine's.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { AppError } from '#contract/errors.ts'
import {
  type Handle,
  type NativeAddon,
  defaultDirectory,
  loadAddon,
  locateAddon,
  readStamp,
} from './addon.ts'
import { type Alignment, alignmentFor } from './alignment.ts'
import { type DecodeOptions, defaults, mistakeIn } from './decode-options.ts'
import type { Decoding } from './decoding.ts'
import { findGpuLibraries, type GpuKind } from './gpu-libraries.ts'
import { sentencesOf } from './sentences.ts'
import pins from './pins.json' with { type: 'json' }

export type { DecodeOptions } from './decode-options.ts'
export type { Decoding } from './decoding.ts'
export type { GpuKind } from './gpu-libraries.ts'

export interface Device {
  readonly name: string
  readonly description: string
  /** cpu, gpu, integrated-gpu, accelerator or other. */
  readonly type: string
  readonly totalMemoryBytes: number
}

export interface Backends {
  /** The processor level whose library was chosen, such as 'haswell'. */
  readonly cpuLevel: string
  readonly ggmlVersion: string
  readonly whisperVersion: string
  readonly devices: readonly Device[]
  readonly unusable: readonly { readonly library: string; readonly reason: string }[]
}

export interface Recognition {
  readonly backends: Backends
  loadModel(file: string, options: ModelOptions): Promise<Model>
  openVoiceDetector(file: string): VoiceDetector
}

export interface ModelOptions {
  readonly gpu: boolean
  /** Which GPU, counted from 0 in the order of `backends.devices`. */
  readonly gpuDevice?: number
  readonly flashAttention?: boolean
}

export interface Model {
  /** Who reads it: whisper.cpp, or its parakeet.cpp, which knows neither prompts nor beams nor languages. */
  readonly family: 'whisper' | 'parakeet'
  /** tiny, base, small, medium, large; tdt for Parakeet. */
  readonly kind: string
  readonly multilingual: boolean
  /** The encoder's full audio context, in frames of 20 ms; 0 for Parakeet, which takes any length. */
  readonly audioContext: number
  /** The device that holds the weights: 'CPU', or name and description of a GPU. */
  readonly backend: string
  /** A state decodes one sound after the other; several states share the weights and run side by side. */
  createState(): Promise<State>
  /** States made from it live on. */
  free(): void
}

export interface State {
  /** 16 kHz mono sound, copied before the call returns. A full queue of 64 decodings rejects. */
  decode(samples: Float32Array, options?: DecodeOptions): Promise<Decoding>
  /** Stops what runs: those decodings resolve as aborted. */
  free(): void
}

export interface VoiceDetector {
  /** Whole frames of 512 samples (32 ms at 16 kHz); one probability each. Remembers what came before. */
  detect(samples: Float32Array): readonly number[]
  reset(): void
  free(): void
}

/** Where the addon lies, or one sentence that says what is missing and how to get it. */
export function findAddon(
  directory: string = defaultDirectory(),
): { readonly directory: string } | { readonly problem: string } {
  return locateAddon(directory)
}

/** What is installed, found without loading any of it, so that any process may ask. */
export interface InstalledLibraries {
  /** Changes with everything the addon is made from; null where there is no addon. */
  readonly build: string | null
  readonly gpu: readonly GpuKind[]
  readonly unusable: ReadonlyArray<{
    readonly kind: GpuKind
    readonly library: string
    readonly reason: string
  }>
}

export function findLibraries(directory: string = defaultDirectory()): InstalledLibraries {
  const { usable, unusable } = findGpuLibraries(pins.ggml.packageVersion)
  const build = 'problem' in findAddon(directory) ? null : readStamp(directory).hash
  return { build, gpu: usable.map(({ kind }) => kind), unusable }
}

interface OpenOptions {
  readonly directory?: string
  /** Libraries by their paths, instead of those that are installed. */
  readonly gpuLibraries?: readonly string[]
  /** Which of the installed libraries are loaded: each is somebody else's driver in this process. Default: all. */
  readonly gpuKinds?: readonly GpuKind[]
}

/** Loads the addon with the CPU library that fits this processor and the GPU libraries that are wanted. */
export function openRecognition(options: OpenOptions = {}): Recognition {
  const directory = options.directory ?? defaultDirectory()
  const located = findAddon(directory)
  if ('problem' in located) throw new AppError('recognition_missing', located.problem)

  const installed = findGpuLibraries(pins.ggml.packageVersion, options.gpuKinds)
  const gpu = options.gpuLibraries
    ? { libraries: options.gpuLibraries, unusable: [] }
    : { libraries: installed.usable.map(({ library }) => library), unusable: installed.unusable }
  const { addon, backends } = load(directory, gpu.libraries)
  requireVersion(backends.ggmlVersion, readStamp(directory).ggmlVersion)
  return {
    backends: {
      cpuLevel: /ggml-cpu-(\w+)\./.exec(path.basename(backends.cpuLibrary))?.[1] ?? 'unknown',
      ggmlVersion: backends.ggmlVersion,
      whisperVersion: backends.whisperVersion,
      devices: backends.devices,
      unusable: [
        ...gpu.unusable.map(({ library, reason }) => ({ library, reason })),
        ...backends.unusable,
      ],
    },
    loadModel: (file, modelOptions) => loadModel(addon, file, modelOptions),
    openVoiceDetector: (file) => openVoiceDetector(addon, file),
  }
}

function load(directory: string, gpuLibraries: readonly string[]) {
  try {
    const addon = loadAddon(directory)
    return { addon, backends: addon.loadBackends(directory, gpuLibraries) }
  } catch (error) {
    throw new AppError(
      'recognition_missing',
      `The speech addon cannot run here: ${messageOf(error)}.`,
      {
        cause: error,
      },
    )
  }
}

/** The system's loader gives every later request the libggml-base that came first, whatever its version. */
function requireVersion(loaded: string, built: string): void {
  if (loaded === built) return
  throw new AppError(
    'recognition_missing',
    `This process already uses ggml ${loaded}, and the speech addon needs ${built}: run it in a process of its own.`,
  )
}

async function loadModel(addon: NativeAddon, file: string, options: ModelOptions): Promise<Model> {
  requireFile(file)
  const handle = await addon
    .loadModel(file, options)
    .catch((error: unknown) => refuseModel(file, error))
  const { textLayers, textHeads, vocabulary, ...description } = addon.describeModel(handle)
  const isWhisper = description.family === 'whisper'
  const alignment = isWhisper ? alignmentFor({ textLayers, textHeads, vocabulary }) : null
  return {
    ...description,
    createState: async () => {
      const state = openState(addon, await addon.createState(handle), alignment)
      return isWhisper ? state : inSentences(state)
    },
    free: () => addon.free(handle),
  }
}

function openState(addon: NativeAddon, handle: Handle, alignment: Alignment | null): State {
  return {
    decode: (samples, { tokenTimes = defaults.tokenTimes, ...options } = {}) =>
      decode(addon, handle, samples, { ...options, ...(tokenTimes && alignment) }),
    free: () => addon.free(handle),
  }
}

/** Parakeet answers with one segment, however long. */
function inSentences(state: State): State {
  return {
    ...state,
    decode: async (samples, options) => {
      const decoding = await state.decode(samples, options)
      return { ...decoding, segments: decoding.segments.flatMap(sentencesOf) }
    },
  }
}

/** Names a decoding, so that an abort reaches it alone; unique in this process for as long as any decoding can last. */
let lastId = 0

async function decode(
  addon: NativeAddon,
  state: Handle,
  samples: Float32Array,
  { signal, ...options }: Omit<DecodeOptions, 'tokenTimes'> & Partial<Alignment>,
): Promise<Decoding> {
  const asked = { ...defaults, ...options }
  const mistake = mistakeIn(samples, asked.audioContext)
  if (mistake !== undefined) throw new RangeError(mistake)

  lastId = (lastId + 1) >>> 0
  const id = lastId
  const answer = addon.decode(state, samples, { ...asked, id }) as Promise<Decoding>
  if (!signal) return answer
  const abort = () => addon.abort(state, id)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  return answer.finally(() => signal.removeEventListener('abort', abort))
}

function openVoiceDetector(addon: NativeAddon, file: string): VoiceDetector {
  requireFile(file)
  const handle = openOrRefuse(addon, file)
  return {
    detect: (samples) => addon.detectVoice(handle, samples),
    reset: () => addon.resetVoiceDetector(handle),
    free: () => addon.free(handle),
  }
}

function openOrRefuse(addon: NativeAddon, file: string): Handle {
  try {
    return addon.openVoiceDetector(file)
  } catch (error) {
    return refuseModel(file, error)
  }
}

function requireFile(file: string): void {
  if (existsSync(file)) return
  throw new AppError('file_missing', `There is no file ${file}.`)
}

/** Turns the addon's reason into a sentence that says what to do. */
function refuseModel(file: string, error: unknown): never {
  const reason = messageOf(error)
  switch ((error as { readonly code?: unknown }).code) {
    case 'file_missing':
      throw new AppError('file_unreadable', `The model ${file} cannot be read: ${reason}.`, {
        cause: error,
      })
    case 'model_broken':
      throw new AppError(
        'model_broken',
        `The model ${file} cannot be used: ${reason}. Get it again with "rtstt models pull", or choose another file.`,
        { cause: error },
      )
    case 'out_of_memory':
      throw new AppError(
        'model_mismatch',
        `There is not enough memory for the model ${file}: choose a smaller one.`,
        {
          cause: error,
        },
      )
    default:
      throw error
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
