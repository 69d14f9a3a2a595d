/** `rtstt serve` in a place of its own, as its owner uses it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { connect, type EngineClient } from '#wire/connect.ts'
import { ownPlace } from '../../../src-main/server/entry-codes.ts'
import { socketChannel } from '../../../src-main/server/socket-channel.ts'
import { ownToken } from '../../../src-main/server/token-file.ts'
import { residentBytes } from '../../../bench/resident.ts'
import type { Place } from '../place.ts'

const root = join(import.meta.dirname, '../../..')

export interface Client extends EngineClient {
  close(): void
}

export interface ServedProgram extends AsyncDisposable {
  readonly port: number
  readonly pid: number
  readonly token: string
  /** The path below which browsers find the page. */
  readonly path: string
  readonly place: Place
  /** A program of the owner. */
  client(): Promise<Client>
  dial(headers?: Readonly<Record<string, string>>): WebSocket
  memoryBytes(): number
  /** Null while it runs. */
  ended(): string | null
  /** Everything it printed. */
  said(): string
}

export async function serveProgram(place: Place): Promise<ServedProgram> {
  const words = [
    join(root, 'bin/rtstt.mjs'),
    'serve',
    '--data',
    place.data,
    '--port',
    '0',
    '--json',
  ]
  const child = spawn(process.execPath, words, {
    env: place.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += text.toString()))
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const over = once(child, 'exit')
  const first = once(createInterface(child.stdout), 'line')
  const [line] = (await Promise.race([
    first,
    over.then(() => Promise.reject(new Error(`It did not start: ${said}`))),
  ])) as [string]
  const { port } = new URL((JSON.parse(line) as { url: string }).url)
  const token = ownToken(place.data)
  const dial = (headers: Readonly<Record<string, string>> = {}): WebSocket => {
    const shown = { authorization: `Bearer ${token}`, ...headers }
    return new WebSocket(`ws://127.0.0.1:${port}/engine`, { headers: shown })
  }
  return {
    port: Number(port),
    pid: child.pid ?? 0,
    token,
    path: `/${ownPlace(token)}/`,
    place,
    dial,
    async client() {
      const socket = dial()
      await once(socket, 'open')
      return { ...connect(socketChannel(socket)), close: () => socket.terminate() }
    },
    memoryBytes: () => residentBytes(child.pid ?? 0),
    ended: () =>
      child.exitCode === null && child.signalCode === null
        ? null
        : `ended with ${child.signalCode ?? child.exitCode}`,
    said: () => said,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await Promise.race([over, wait(10_000, null, { ref: false })])
      child.kill('SIGKILL')
    },
  }
}

/** How long somebody who comes now waits for a first answer, in milliseconds. */
export async function timeToEnter(program: ServedProgram): Promise<number> {
  const began = performance.now()
  const client = await program.client()
  await client.call('settings.read', {})
  client.close()
  return performance.now() - began
}

/** Asks again and again over a socket that is open, until told to stop; answers with the longest wait. */
export async function keepAsking(program: ServedProgram) {
  const client = await program.client()
  let [going, longestMs, failures] = [true, 0, 0]
  const asking = (async () => {
    while (going) {
      const began = performance.now()
      await client.call('settings.read', {}).catch(() => failures++)
      longestMs = Math.max(longestMs, performance.now() - began)
      await wait(50)
    }
  })()
  return async () => {
    going = false
    await asking
    client.close()
    return { longestMs, failures }
  }
}
