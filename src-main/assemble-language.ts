/** Puts the parts of the language model together: the process in which it runs, and where it computes. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { steadyMs } from '#engine/capture/steady-ms.ts'
import type { ProcessOptions } from '#engine/language/process-options.ts'
import type { LanguageModel } from '#engine/language/language-model.ts'
import { workerLanguageModel } from '#engine/language/worker-language-model.ts'
import { hearAttempts } from '#engine/network/tell-attempts.ts'
import type { OwnAttempt } from '#engine/network/told-attempt.ts'
import { backendOf } from '#engine/recognition/backend.ts'
import type { Backends } from '#engine/recognition/backends.ts'
import { identifyModel } from '#engine/recognition/identify-model.node.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { forkWorker } from '#engine/runtime/fork-worker.ts'
import type { Log } from '#engine/runtime/log.ts'
import { meterWorker } from '#engine/runtime/meter-worker.ts'
import type { Usage } from '#engine/runtime/usage.ts'
import type { WorkerLike } from '#engine/runtime/worker-host.ts'

export interface LanguageOptions {
  /** Starts a language process with this argument; the default is a child process of this one. */
  readonly spawnLanguage?: (options: string) => WorkerLike
  /** So long after its last work the process is ended. */
  readonly languageIdleMs?: number
  /** Never more than so much memory, in bytes. */
  readonly languageMemoryBytes?: number
}

interface World {
  /** The folder with the program's own files. */
  readonly program: string
  /** Where speech recognition runs: a graphics card that was tried there is trusted here. */
  readonly found: Pick<Backends, 'choice'>
  readonly log: Log
  /** Hears what the language process attempts on the network. */
  readonly attempted: (attempt: OwnAttempt) => void
  /** Hears what the language process uses; null: it is gone. */
  readonly used: (usage: Usage | null) => void
}

export function assembleLanguage(
  options: LanguageOptions,
  { program, found, log, used, attempted }: World,
): LanguageModel {
  const entry = fileURLToPath(new URL('engine/language/language-process.ts', import.meta.url))
  const spawn = options.spawnLanguage ?? ((argument) => forkWorker(entry, [argument]))
  /** A process that was lost on a graphics card is followed by one on the processor, for this run. */
  let onCard = true
  return workerLanguageModel({
    spawn() {
      const backend = onCard ? backendOf(found.choice()[0] ?? 'cpu') : null
      const gpu = backend === null || backend.kind === 'cpu' ? null : backend.kind
      log.info('language.started', { backend: gpu ?? 'cpu' })
      const told: ProcessOptions = {
        gpu,
        cpuLibraries: ownCpuLibraries(program),
        memoryBytes: options.languageMemoryBytes ?? null,
      }
      return meterWorker(hearAttempts(spawn(JSON.stringify(told)), attempted), used)
    },
    onLost({ kind, reason }) {
      log.warn('language.lost', { kind, reason })
      onCard = false
    },
    later: systemClock.later,
    steadyMs,
    identify: identifyModel,
    ...(options.languageIdleMs !== undefined && { idleMs: options.languageIdleMs }),
  })
}

/** On Windows those of speech recognition: the ones that come with the library are compiled without optimisation. */
function ownCpuLibraries(program: string): string | null {
  const folder = join(program, 'native/recognition/out', `${process.platform}-${process.arch}`)
  return process.platform === 'win32' && existsSync(folder) ? folder : null
}
