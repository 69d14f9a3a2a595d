import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/rtstt.mjs', import.meta.url))

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly process: ChildProcess
  readonly finished: Promise<Finished>
  /** Resolves with what standard output or error held when the pattern was first seen. */
  seen(pattern: RegExp): Promise<string>
}

/** The program as a person starts it, in a data folder of its own. */
export interface Rtstt extends AsyncDisposable {
  readonly data: string
  run(...args: readonly string[]): Promise<Finished>
  start(...args: readonly string[]): Running
  runWith(given: Given, ...args: readonly string[]): Promise<Finished>
}

/** What a program is given besides what is typed. */
export interface Given {
  readonly env?: NodeJS.ProcessEnv
  /** All of its standard input. */
  readonly input?: string
}

export async function rtstt(env: NodeJS.ProcessEnv = {}): Promise<Rtstt> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  const started: Running[] = []
  const startWith = (given: Given, args: readonly string[]): Running => {
    const whole = { ...given, env: { ...env, ...given.env, RTSTT_DATA: data } }
    const running = startProgram(args, whole)
    started.push(running)
    return running
  }
  const start = (...args: readonly string[]): Running => startWith({}, args)
  return {
    data,
    start,
    run: (...args) => start(...args).finished,
    runWith: (given, ...args) => startWith(given, args).finished,
    async [Symbol.asyncDispose]() {
      for (const { process } of started) if (process.exitCode === null) process.kill('SIGKILL')
      await Promise.all(started.map(({ finished }) => finished))
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function startProgram(args: readonly string[], { env, input = '' }: Given): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  // A program that reads none of it may be gone before it is written.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  let out = ''
  let err = ''
  const watchers = new Set<() => void>()
  const note = (): void => {
    for (const watch of watchers) watch()
  }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    note()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
    note()
  })
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
  return {
    process: child,
    finished,
    seen: (pattern) =>
      new Promise((resolve, reject) => {
        const watch = (): void => {
          if (!pattern.test(out + err)) return
          watchers.delete(watch)
          resolve(out + err)
        }
        watchers.add(watch)
        void finished.then(() => {
          if (watchers.has(watch)) reject(new Error(`ended before ${pattern}: ${out}${err}`))
        })
        watch()
      }),
  }
}
