/** The real program as somebody starts it, `rtstt serve`, and a client of it for what the page cannot do itself. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'
import { z } from 'zod'
import type { MeetingId } from '#contract/ids.ts'
import { connect, type EngineClient } from '#wire/connect.ts'
import { makeCode } from '../../src-main/server/entry-codes.ts'
import { ownToken } from '../../src-main/server/token-file.ts'
import { socketChannel } from '../../src-main/server/socket-channel.ts'

const root = join(import.meta.dirname, '../..')
const model = 'test-speech-en'

export interface RealEngine extends AsyncDisposable {
  readonly url: string
  /** Lets one browser in; null where nothing has to be entered. */
  entryAddress(): string | null
  client(): Promise<EngineClient>
  /** Stores a sample file as a meeting. */
  transcribe(sample: string, title: string): Promise<MeetingId>
  /** Plays a sample file as a live meeting, at the pace it was spoken. */
  play(sample: string, title: string, channels?: 'mix' | 'split'): Promise<MeetingId>
  /** Ends the process as a power cut would. */
  kill(): Promise<void>
  /** Starts the program again on the same data and the same port. */
  restart(): Promise<void>
}

export function sample(name: string): string {
  return join(root, 'resources/samples', `${name}.wav`)
}

/** Starts the program on a fresh data folder, which goes when it ends. */
export async function realEngine(): Promise<RealEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-e2e-'))
  let running = await start(folder, 0)
  const { url } = running

  async function client(): Promise<EngineClient> {
    const headers = { authorization: `Bearer ${ownToken(folder)}` }
    const socket = new WebSocket(`${url.replace('http', 'ws')}engine`, { headers })
    await once(socket, 'open')
    return connect(socketChannel(socket))
  }

  return {
    url,
    entryAddress: () => {
      const code = makeCode(ownToken(folder), Number(new URL(url).port), Date.now())
      return `${url}enter#${code}`
    },
    client,
    ...wishesFor(client),
    kill: () => end(running.process, 'SIGKILL'),
    async restart() {
      running = await start(folder, Number(new URL(url).port))
    },
    async [Symbol.asyncDispose]() {
      await end(running.process, 'SIGTERM')
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** What specs ask of an engine most often, over any client. */
export function wishesFor(
  client: () => Promise<Pick<EngineClient, 'call'>>,
): Pick<RealEngine, 'transcribe' | 'play'> {
  return {
    async transcribe(name, title) {
      const wish = { path: sample(name), title, model, language: 'en' } as const
      const call = (await client()).call('meeting.transcribe', {
        ...wish,
        channels: 'mix',
        keep: true,
        vocabulary: [],
      })
      return (await call).id
    },
    async play(name, title, channels = 'mix') {
      const source = { kind: 'file', path: sample(name), pace: 'real', channels } as const
      const wish = {
        source,
        title,
        model,
        language: 'en',
        stopAfterSilenceMs: null,
        vocabulary: [],
        finalPass: 'off',
      } as const
      return (await (await client()).call('meeting.start', wish)).id
    },
  }
}

async function start(data: string, port: number): Promise<{ process: ChildProcess; url: string }> {
  const program = join(root, 'bin/rtstt.mjs')
  const words = [program, 'serve', '--data', data, '--port', `${port}`, '--json']
  const started = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  started.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
  const firstLine = once(createInterface(started.stdout), 'line')
  const refused = once(started, 'exit').then(() => {
    throw new Error(`The program did not start: ${complaint}`)
  })
  const [line] = (await Promise.race([firstLine, refused])) as [string]
  refused.catch(() => {})
  return { process: started, url: z.object({ url: z.url() }).parse(JSON.parse(line)).url }
}

async function end(started: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return
  const ended = once(started, 'exit')
  started.kill(signal)
  await ended
}
