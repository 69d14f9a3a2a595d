/**
 * What the desktop shell and the engine's process say to each other. Sound and text never pass
 * here: they go over the ports, straight between engine and page, and engine and worker.
 */
import { NetworkAttempt } from '#contract/network.ts'

/**
 * Shell to engine. With `page` comes a port to a page, with `launched` a port to the worker.
 * `attempted` is what shell or page tried to reach. `lost` is said once for every worker asked for, when its process is gone or could not be started.
 */
export type ShellMessage =
  | { readonly kind: 'page' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'launched'; readonly worker: number }
  | { readonly kind: 'lost'; readonly worker: number; readonly reason: string }
  | { readonly kind: 'attempted'; readonly attempt: NetworkAttempt }

/** What a worker does: each has an entry of its own. */
export const workerPrograms = ['recognition', 'language'] as const
export type WorkerProgram = (typeof workerPrograms)[number]

/**
 * Engine to shell. `unusable` carries a sentence for the person; starting again would not help.
 * The engine numbers the workers it asks for; `args` are their command line. `end` is for a worker
 * that does not leave by itself.
 */
export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unusable'; readonly sentence: string }
  | {
      readonly kind: 'launch'
      readonly worker: number
      readonly program: WorkerProgram
      readonly args: readonly string[]
    }
  | { readonly kind: 'end'; readonly worker: number }

/** Null for anything the engine never says. */
export function asEngineMessage(value: unknown): EngineMessage | null {
  const { kind, sentence, worker, program, args } = fieldsOf(value)
  switch (kind) {
    case 'ready':
      return { kind }
    case 'unusable':
      return typeof sentence === 'string' ? { kind, sentence } : null
    case 'launch':
      return isNumber(worker) && isProgram(program) && isCommandLine(args)
        ? { kind, worker, program, args }
        : null
    case 'end':
      return isNumber(worker) ? { kind, worker } : null
    default:
      return null
  }
}

/** Null for anything the shell never says. */
export function asShellMessage(value: unknown): ShellMessage | null {
  const { kind, worker, reason, attempt } = fieldsOf(value)
  switch (kind) {
    case 'page':
    case 'stop':
      return { kind }
    case 'launched':
      return isNumber(worker) ? { kind, worker } : null
    case 'attempted': {
      const read = NetworkAttempt.safeParse(attempt)
      return read.success ? { kind, attempt: read.data } : null
    }
    case 'lost':
      return isNumber(worker) && typeof reason === 'string' ? { kind, worker, reason } : null
    default:
      return null
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0
}

function isProgram(value: unknown): value is WorkerProgram {
  return workerPrograms.some((program) => program === value)
}

function isCommandLine(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
