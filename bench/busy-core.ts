/** Keeps one core as busy as a meeting program would, for as long as it is held. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export async function busyCore(): Promise<AsyncDisposable> {
  const child = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
  await once(child, 'spawn')
  return {
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}
