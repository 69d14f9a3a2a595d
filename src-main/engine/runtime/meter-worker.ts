import { z } from 'zod'
import { Usage } from './usage.ts'
import type { WorkerLike } from './worker-host.ts'

const Told = z.strictObject({ usage: Usage })

/** Hears what a worker's process uses, and that it is gone (null); whoever gives it work sees nothing of that. */
export function meterWorker(worker: WorkerLike, heard: (usage: Usage | null) => void): WorkerLike {
  worker.onExit(() => heard(null))
  return {
    ...worker,
    onMessage: (listener) =>
      worker.onMessage((value) => {
        const told = Told.safeParse(value)
        if (told.success) heard(told.data.usage)
        else listener(value)
      }),
  }
}
