import { fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import type { WorkerLike } from './worker-host.ts'

/** Milliseconds a worker gets to leave by itself before it is ended. */
const graceMs = 2_000

/** Starts `file` as a child process that ends when this process does, however this process ends. */
export function forkWorker(file: string, args: readonly string[]): WorkerLike {
  const child = fork(file, args, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, ...compileCache() },
  })
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
    // What it says names the program's folder, and with it its owner.
    child.once('error', (error) => resolve('code' in error ? String(error.code) : error.name))
  })
  return {
    postMessage: (value) => {
      // A lost worker is told through `onExit`; sending to it is not a second failure.
      child.send(value as object, () => {})
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void exited.then(listener),
    async terminate(how) {
      if (child.connected) child.disconnect()
      if (how === 'now') child.kill('SIGKILL')
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await exited
      clearTimeout(timer)
    },
  }
}

/** Starting from sources takes a third of the time where this process keeps what was compiled; after a loss somebody waits. */
function compileCache(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}
