import { fileURLToPath } from 'node:url'
import { forkWorker } from '#engine/runtime/fork-worker.ts'
import type { WorkerLike } from '#engine/runtime/worker-host.ts'

/** What a recognition process does wrong. */
export interface Fault {
  /** `freeze`: its JavaScript stands still as well. `mumble`: its text is nonsense. `babble`: its messages are. */
  readonly does: 'die' | 'hang' | 'freeze' | 'refuse' | 'mumble' | 'babble' | 'nothing'
  /** The stage, or each decode of a process that this number divides. */
  readonly when: 'opening' | 'loading' | number
  /** The back ends that do so, by how their names begin. */
  readonly on: 'all' | 'cpu' | 'vulkan' | 'cuda'
}

/**
 * What a process can be told to do from now on. `stand still`: its JavaScript does. `hang`: its next decode does. `mumble`: whatever it
 * decodes is nonsense. `babble`: its messages are. `swell`: each decode keeps 200 MB more. `starve`: its next allocation fails.
 * `abort`: it ends as after a failed allocation in native code.
 */
export type Order =
  | 'die'
  | 'abort'
  | 'stand still'
  | 'hang'
  | 'mumble'
  | 'babble'
  | 'swell'
  | 'starve'

export const harmless: Fault = { does: 'nothing', when: 1, on: 'all' }

const entry = fileURLToPath(new URL('faulty-recognition.program.ts', import.meta.url))

/** Real processes that do the real work on the processor and go wrong as told; and how often one was started where. */
export function faultyRecognition(given: Fault | readonly Fault[]) {
  let faults = given
  const started: string[] = []
  let last: WorkerLike | null = null
  const spawn = (voiceModelPath: string, backend: string): WorkerLike => {
    started.push(backend)
    const list: readonly Fault[] = 'does' in faults ? [faults] : faults
    const fault = list.find(({ on }) => on === 'all' || backend.startsWith(on)) ?? harmless
    last = forkWorker(entry, [voiceModelPath, backend, JSON.stringify(fault)])
    return last
  }
  /** Ends the process that was started last as a kill would. */
  const kill = (): void => last?.postMessage('die')
  return {
    spawn,
    started,
    kill,
    /** Has the process that was started last go wrong. */
    order: (order: Order): void => last?.postMessage(order),
    /** What processes do wrong that are started from now on. */
    become: (next: Fault): void => void (faults = next),
  }
}
