/** Starts the small programs of this folder in processes of their own and waits for what becomes of them. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))

export function programFile(name: string): string {
  return path.join(here, `${name}.ts`)
}

export interface Ending {
  readonly code: number | null
  readonly signal: string | null
  /** What it sent, in order. */
  readonly messages: readonly unknown[]
}

export async function runProgram(
  name: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ending> {
  const child: ChildProcess = fork(programFile(name), args, {
    env,
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const messages: unknown[] = []
  child.on('message', (message) => messages.push(message))
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  return { code, signal, messages }
}
