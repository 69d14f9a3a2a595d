/** A server over an engine of a few commands, and ways to ask it anything, also what no browser would. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import { startServer } from '../http.ts'

export const meetingId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
export const unknownId = MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000002')
export const token = randomBytes(32).toString('base64url')
/** What a program shows. */
const authorization = `Bearer ${token}`

function smallEngine() {
  const listeners = new Set<(event: EngineEvent) => void>()
  type Used = 'meeting.list' | 'meeting.delete' | 'meeting.export' | 'meeting.clip'
  const api: Pick<EngineApi, Used> = {
    'meeting.list': async () => [],
    'meeting.delete': async () => {
      throw new Error('a secret from inside')
    },
    'meeting.export': async (input) => {
      if (input.meetingId !== meetingId) throw new AppError('not_found', 'No such meeting.')
      const fileName = `Città.${input.format}`
      return input.format === 'docx'
        ? { fileName, mediaType: 'application/x-word', encoding: 'base64', content: 'AP+A' }
        : { fileName, mediaType: 'text/vtt', encoding: 'text', content: 'WEBVTT\n' }
    },
    'meeting.clip': async ({ fromMs, toMs, ...wish }) => {
      if (wish.meetingId !== meetingId) throw new AppError('not_found', 'No such meeting.')
      if (wish.track === 'mix') throw new AppError('file_missing', 'Its sound is gone.')
      // Two seconds; each track sounds like another letter.
      const letter = wish.track === 'me' ? 'm' : 'a'
      const bytes = `${'h'.repeat(44)}${letter.repeat(32 * (Math.min(toMs, 2000) - fromMs))}`
      const sound = {
        mediaType: 'audio/wav',
        base64: Buffer.from(bytes).toString('base64'),
      } as const
      return { fromMs, toMs, wholeMs: 2000, ...sound }
    },
  }
  return {
    // Only the commands used here exist: the server must not care.
    api: api as EngineApi,
    emit: (event: EngineEvent) => {
      for (const tell of listeners) tell(event)
    },
    listenerCount: () => listeners.size,
    subscribe: (listener: (event: EngineEvent) => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export async function setUp() {
  const pageFolder = await mkdtemp(join(tmpdir(), 'rtstt-page-'))
  await writeFile(join(pageFolder, 'index.html'), '<!doctype html><title>RTSTT</title>')
  const engine = smallEngine()
  const bugs: unknown[] = []
  const server = await startServer({
    engine,
    pageFolder,
    host: '127.0.0.1',
    port: 0,
    token,
    onBug: (error) => bugs.push(error),
  })
  const { port } = new URL(server.url)
  return {
    server,
    engine,
    bugs,
    port: Number(port),
    get: (path: string, headers: Readonly<Record<string, string>> = {}) => get(port, path, headers),
    head: (path: string) => get(port, path, {}, 'HEAD'),
    dial: (headers: Readonly<Record<string, string>> = {}, path = 'engine') =>
      new WebSocket(`ws://127.0.0.1:${port}/${path}`, { headers: { authorization, ...headers } }),
    pageFolder,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      await rm(pageFolder, { recursive: true })
    },
  }
}

/** Unlike `fetch`, this may lie about the host, as a rebound name would. */
type Headers = Readonly<Record<string, string>>
async function get(port: string, path: string, headers: Headers, method = 'GET') {
  const shown = { authorization, ...headers }
  const asked = request({ host: '127.0.0.1', port, path, headers: shown, method })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.setEncoding('utf8')
  let body = ''
  for await (const text of answer) body += text as string
  return { status: answer.statusCode, headers: answer.headers, body }
}

export async function refusal(socket: WebSocket): Promise<number | undefined> {
  socket.on('error', () => {})
  const [, answer] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
  return answer.statusCode
}
