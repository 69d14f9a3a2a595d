import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Runs a program of this folder and kills it so long after it first said something; answers with all that it said. */
export async function killAfter(
  ms: number,
  program: string,
  ...args: readonly string[]
): Promise<string[]> {
  const path = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  let said = ''
  let timer: NodeJS.Timeout | null = null
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
    timer ??= setTimeout(() => child.kill('SIGKILL'), ms)
  })
  await ended
  if (timer) clearTimeout(timer)
  // The last line may have been cut.
  return said.split('\n').slice(0, -1)
}
