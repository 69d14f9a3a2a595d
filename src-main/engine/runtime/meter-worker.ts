import { isUsage, type Usage } from './usage.ts'
import type { WorkerLike } from './worker-host.ts'

/** Hears what a worker's process uses, and that it is gone (null); whoever gives it work sees nothing of that. */
export function meterWorker(worker: WorkerLike, heard: (usage: Usage | null) => void): WorkerLike {
  worker.onExit(() => heard(null))
  return {
    ...worker,
    onMessage: (listener) =>
      worker.onMessage((value) => {
        if (isUsage(value)) heard(value.usage)
        else listener(value)
      }),
  }
}
