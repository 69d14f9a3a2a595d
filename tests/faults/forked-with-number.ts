/** A process of ours whose number is known, so that it can be looked at, or stopped. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { WorkerLike } from '#engine/runtime/worker-host.ts'

const recognition = fileURLToPath(
  new URL('../../src-main/engine/recognition/recognition-process.ts', import.meta.url),
)

export interface Forked {
  readonly worker: WorkerLike
  readonly pid: number
  stop(): void
  kill(): void
}

export function forkWorker(args: readonly string[], entry: string = recognition): Forked {
  const child = fork(entry, args, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  })
  const gone = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    stop: () => void child.kill('SIGSTOP'),
    kill: () => void child.kill('SIGKILL'),
    worker: {
      postMessage: (value) => void child.send(value as object, () => {}),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void gone.then(([code, signal]) => listener(`${signal ?? code}`)),
      async terminate() {
        child.kill('SIGKILL')
        await gone
      },
    },
  }
}
