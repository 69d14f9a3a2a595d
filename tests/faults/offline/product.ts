/** The program as a person runs it, with every network call of all its processes noted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NetworkReport } from '../../../src-main/contract/network.ts'
import { type Sent, sentBeyond, tracing } from '../system-calls.ts'
import { packetsOut } from '../walled.ts'

const program = join(import.meta.dirname, '../../../bin/rtstt.mjs')

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Product extends Disposable {
  readonly folder: string
  readonly data: string
  /** How many commands were run. */
  count(): number
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ran>
  start(args: readonly string[]): ChildProcess
  report(): Promise<NetworkReport>
  /** The trace of each command. */
  traces(): readonly string[]
  /** What left, as the system saw it: a sentence each. */
  leaks(): readonly string[]
}

export function product(): Product {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-offline-'))
  const data = join(folder, 'data')
  const packetsBefore = packetsOut()
  const traces: string[] = []

  function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    const trace = join(folder, `trace-${traces.length}`)
    traces.push(trace)
    return spawn('strace', [...tracing, '-o', trace, process.execPath, program, ...args], {
      env: { ...process.env, RTSTT_DATA: data, RTSTT_BACKEND: 'cpu', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const child = start(args, env)
    const texts = { out: '', err: '' }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (texts.out += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (texts.err += text))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, ...texts }
  }

  return {
    folder,
    data,
    run,
    start: (args) => start(args),
    count: () => traces.length,
    traces: () => traces,
    async report() {
      const { out } = await run(['network', '--json', '--most', '10000'])
      return JSON.parse(out) as NetworkReport
    },
    leaks() {
      const packets = packetsOut() - packetsBefore
      const sent = traces.flatMap((trace) => sentBeyond(trace))
      return [
        ...(packets > 0 ? [`${packets} packets left this computer`] : []),
        ...sent.map(({ call, address, port }: Sent) => `${call} to ${address}, port ${port}`),
      ]
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** Waits for the address that a server prints; the rest is left to `child`. */
export async function addressOf(child: ChildProcess): Promise<string> {
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => (text += piece))
  child.stdout?.setEncoding('utf8')
  for await (const piece of child.stdout ?? []) {
    text += String(piece)
    const [url] = /https?:\/\/\S+(?=\s)/.exec(text) ?? []
    if (url) return url
  }
  throw new Error(`No address was printed: ${text}`)
}
