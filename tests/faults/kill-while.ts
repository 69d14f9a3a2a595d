/** Runs a program that says `ready`, tells it to go, and ends it as a power cut would. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export interface Killed {
  /** Whether it was killed before it was done. */
  readonly inside: boolean
  /** From the word to its end, in milliseconds. */
  readonly tookMs: number
}

/** Null for `afterMs`: it is not killed before it is done. */
export async function killWhile(
  program: string,
  words: readonly string[],
  { env, afterMs }: { readonly env: NodeJS.ProcessEnv; readonly afterMs: number | null },
): Promise<Killed> {
  const child = fork(program, [...words], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  const ended = exited.then(() => {
    throw new Error(`${program} ended by itself`)
  })
  ended.catch(() => {})
  await Promise.race([once(child, 'message'), ended])
  const began = performance.now()
  let inside = true
  const done = once(child, 'message').then(() => (inside = false))
  child.send('go')
  await Promise.race([afterMs === null ? done : pause(afterMs), done, ended])
  const tookMs = performance.now() - began
  child.kill('SIGKILL')
  await exited
  return { inside, tookMs }
}
