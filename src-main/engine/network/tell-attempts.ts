/** How the attempts of workers and threads come to the engine, which keeps them. */
import type { WorkerLike } from '../runtime/worker-host.ts'
import { guard } from './guard.node.ts'
import { isAttempt, type OwnAttempt } from './told-attempt.ts'

/** Called by a worker or a thread as soon as it can speak to the engine. */
export function tellAttempts(send: (message: { readonly attempt: OwnAttempt }) => void): void {
  guard.onAttempt((attempt) => send({ attempt }))
}

/** Hears of each attempt; whoever gives the worker work sees nothing of that. */
export function hearAttempts(worker: WorkerLike, heard: (attempt: OwnAttempt) => void): WorkerLike {
  return {
    ...worker,
    onMessage: (listener) =>
      worker.onMessage((value) => {
        if (isAttempt(value)) heard(value.attempt)
        else listener(value)
      }),
  }
}

/** The same for a thread of this process: what it attempts counts as an attempt of the process. */
export function hearThread(message: unknown): boolean {
  if (!isAttempt(message)) return false
  guard.tell({ ...message.attempt, by: 'thread' })
  return true
}
