/** The program as a person starts it. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Place } from './place.ts'

const entry = fileURLToPath(new URL('../../bin/rtstt.mjs', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Started {
  readonly ended: Promise<Ended>
  /** As a power cut would. */
  kill(): void
}

export function rtstt({ env }: Place, ...args: readonly string[]): Started {
  const child = spawn(process.execPath, [entry, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
  return { ended, kill: () => void child.kill('SIGKILL') }
}
