/** Puts the parts of recognition together: where models can run, and the process in which one does. */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '#contract/errors.ts'
import { steadyMs } from '#engine/capture/steady-ms.ts'
import { hearAttempts } from '#engine/network/tell-attempts.ts'
import type { OwnAttempt } from '#engine/network/told-attempt.ts'
import type { Keeping } from '#engine/parts.ts'
import { backendOf, idOf } from '#engine/recognition/backend.ts'
import { type Backends, backends, type Libraries } from '#engine/recognition/backends.ts'
import { graphicsDrivers } from '#engine/recognition/graphics-drivers.node.ts'
import { identifyModel } from '#engine/recognition/identify-model.node.ts'
import { installedLibraries } from '#engine/recognition/installed-libraries.native.ts'
import { openRecognizer } from '#engine/recognition/open-recognizer.ts'
import type { JobPatience } from '#engine/recognition/patience.ts'
import {
  type Measured,
  type MeasuredClip,
  measureModel,
  type Unmeasured,
} from '#engine/recognition/measure-model.ts'
import { probeClip } from '#engine/recognition/probe-clip.node.ts'
import type { Recognizer } from '#engine/recognition/recognizer.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { forkWorker } from '#engine/runtime/fork-worker.ts'
import type { Log } from '#engine/runtime/log.ts'
import { meterWorker } from '#engine/runtime/meter-worker.ts'
import type { MemoryRules } from '#engine/runtime/memory-trail.ts'
import type { Usage } from '#engine/runtime/usage.ts'
import type { WorkerLike } from '#engine/runtime/worker-host.ts'

export interface RecognitionOptions {
  /** Starts a recognition process on a back end; the default is a child process of this one. */
  readonly spawnRecognition?: (voiceModelPath: string, backend: string) => WorkerLike
  /** The compute libraries that could be loaded; the default are those that are installed. */
  readonly libraries?: () => Libraries
  /** How long each step of a probe may take. */
  readonly probeStepMs?: number
  /** How long the work of a meeting may take before its process is given up. */
  readonly patience?: JobPatience
  /** When the recognition process holds too much memory. */
  readonly recognitionMemory?: MemoryRules
}

interface World {
  /** The folder with the program's own files. */
  readonly program: string
  readonly keeping: Pick<Keeping, 'store'>
  readonly mode: 'write' | 'read'
  readonly log: Log
  /** Hears what a process of recognition attempts on the network. */
  readonly attempted: (attempt: OwnAttempt) => void
  /** Hears what the recognition process uses; null: it is gone. */
  readonly used: (usage: Usage | null) => void
}

export interface Recognition {
  readonly recognizer: Recognizer
  readonly found: Backends
  /** Measures a model on a back end in a process of its own; `memoryBytes` is that process's, where it told any. */
  measure(backend: string, clip: MeasuredClip): Promise<Outcome>
}

type Outcome = (Measured & { readonly memoryBytes: number | null }) | Unmeasured

export function assembleRecognition(options: RecognitionOptions, world: World): Recognition {
  const unheard = recognitionProcesses(options, world.program)
  const spawn: Spawn = (backend) => hearAttempts(unheard(backend), world.attempted)
  const found = findBackends(options, spawn, world)
  return {
    recognizer: recognizerOn(options, found, spawn, world),
    found,
    measure: measuring(options, spawn),
  }
}

type Spawn = (backend: string) => WorkerLike

function measuring(
  { probeStepMs: stepMs }: RecognitionOptions,
  spawn: Spawn,
): Recognition['measure'] {
  return async (backend, clip) => {
    const chosen = backendOf(backend)
    if (!chosen) return { kind: 'unmeasured', problem: `There is no back end ${backend}.` }
    let memoryBytes: number | null = null
    const outcome = await measureModel(idOf(chosen), clip, {
      spawn: (id) =>
        meterWorker(spawn(id), (usage) => {
          if (usage) memoryBytes = Math.max(memoryBytes ?? 0, usage.memoryBytes)
        }),
      later: systemClock.later,
      steadyMs,
      limitMs: stepMs ?? probeStepMs,
      signal: new AbortController().signal,
    })
    return outcome.kind === 'measured' ? { ...outcome, memoryBytes } : outcome
  }
}

function recognitionProcesses(options: RecognitionOptions, program: string): Spawn {
  const voiceModel = join(program, 'models/voice/out/silero-v6.bin')
  const entry = fileURLToPath(new URL('engine/recognition/recognition-process.ts', import.meta.url))
  const { spawnRecognition } = options
  if (spawnRecognition) return (backend) => spawnRecognition(voiceModel, backend)
  return (backend) => forkWorker(entry, [voiceModel, backend])
}

/** A driver compiles its programs at the first use; on a busy machine that alone has been seen to take 90 s. */
const probeStepMs = 180_000

function findBackends(
  options: RecognitionOptions,
  spawn: Spawn,
  { program, keeping, log }: World,
): Backends {
  const named = process.env['RTSTT_BACKEND'] ?? ''
  const chosen = backendOf(named)
  if (named !== '' && !chosen)
    throw new AppError('invalid_input', 'RTSTT_BACKEND is cpu, vulkan:0, cuda:0 or the like.')
  return backends({
    spawn,
    settings: keeping.store.settings,
    log,
    chosen: chosen && idOf(chosen),
    libraries: options.libraries ?? installedLibraries,
    drivers: () => graphicsDrivers(),
    clip: () => probeClip(program),
    later: systemClock.later,
    steadyMs,
    limitMs: options.probeStepMs ?? probeStepMs,
  })
}

function recognizerOn(
  { patience, recognitionMemory }: RecognitionOptions,
  found: Backends,
  spawn: Spawn,
  { program, mode, log, used }: World,
): Recognizer {
  const probe = (): void => {
    // A program that stays open asks the libraries anew; this is for those that end soon.
    if (mode === 'read' || found.isKnown()) return
    found.probe(false).catch((error: unknown) => {
      // The program ended before it did: the next one tries again.
      if (!(error instanceof AppError)) log.bug('backends.unprobed', error)
    })
  }
  const recognizer = openRecognizer({
    ...(patience && { patience }),
    ...(recognitionMemory && { memoryRules: recognitionMemory }),
    clip: async () => (await probeClip(program)).samples,
    used,
    backends: found,
    spawn,
    identify: identifyModel,
    wait: waitUnlessAborted,
    later: systemClock.later,
    steadyMs,
    log,
    onFirstLoad: probe,
  })
  return {
    ...recognizer,
    async [Symbol.asyncDispose]() {
      await found[Symbol.asyncDispose]()
      await recognizer[Symbol.asyncDispose]()
    },
  }
}

async function waitUnlessAborted(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, signal && { signal }).catch((error: unknown) => {
    if (!signal?.aborted) throw error
  })
}
