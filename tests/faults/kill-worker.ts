/** Kills a worker of an engine, and waits for another to be in its place. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from './place.ts'

export type WorkerName = 'recognition' | 'language'

export interface Killed {
  /** Milliseconds of `performance.now()`. */
  readonly at: number
  /** Whether a process is at work that is none of those that were killed. */
  isReplaced(): boolean
}

/** Null: there is none at this moment. */
export function killWorker({ processes }: Place, worker: WorkerName): Killed | null {
  const word = `${worker}-process`
  const killed = processes(word)
  const at = performance.now()
  for (const pid of killed) process.kill(pid, 'SIGKILL')
  if (killed.length === 0) return null
  return { at, isReplaced: () => processes(word).some((pid) => !killed.includes(pid)) }
}

/** As soon as there is one; null when there was none in all this time. */
export async function killWorkerWithin(
  place: Place,
  worker: WorkerName,
  ms: number,
): Promise<Killed | null> {
  const giveUpAt = performance.now() + ms
  for (;;) {
    const killed = killWorker(place, worker)
    if (killed || performance.now() > giveUpAt) return killed
    await wait(10)
  }
}
