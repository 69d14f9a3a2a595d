/** Tries every way out of a guarded process, and tells what came of each and what the guard saw. */
import '../guard.node.ts'
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import dns, { lookup, promises, resolve4, Resolver } from 'node:dns'
import { once } from 'node:events'
import { get } from 'node:http'
import { connect as connectHttp2 } from 'node:http2'
import { connect, createServer, Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { promisify } from 'node:util'
import { request } from 'undici'
import { guard } from '../guard.node.ts'
import type { OwnAttempt } from '../told-attempt.ts'

/** Belongs to nobody: it is kept for documents. */
const host = '192.0.2.7'
const name = 'speech.example'
const seen: OwnAttempt[] = []
guard.setOff(() => true)
guard.onAttempt((attempt) => seen.push(attempt))

const failing = (socket: Socket) => once(socket, 'connect')
const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  connect: () => failing(connect(80, host)),
  'connect to a name': () => failing(connect({ port: 80, host: name })),
  'a socket': () => failing(new Socket().connect({ port: 80, host })),
  'six digits': () => failing(connect(80, '2001:db8::1')),
  tls: () => once(connectTls({ port: 443, host }), 'secureConnect'),
  http: () => once(get(`http://${host}/`), 'response'),
  http2: () => once(connectHttp2(`https://${name}/`), 'connect'),
  fetch: () => fetch(`https://${name}/`),
  undici: () => request(`https://${name}/`),
  'a socket of the page': () => webSocket(`ws://${name}/`),
  lookup: () => promisify(lookup)(name),
  'lookup of the module': () => promisify(dns.lookup)(name),
  'lookup as a promise': () => promises.lookup(name),
  resolve: () => promisify(resolve4)(name),
  resolver: () => promisify(Resolver.prototype.resolveTxt).call(new Resolver(), name),
  'resolver as a promise': () => new promises.Resolver().resolveMx(name),
  reverse: () => promises.reverse(host),
  datagram: () => promisify(sendTo)(),
  listening: () => once(createServer().listen(0), 'listening'),
  'listening to datagrams': () => once(createSocket('udp4').bind(48_271), 'listening'),
  program: () => promisify(execFile)('curl', ['--version']),
  'program in turn': async () => execFileSync('curl', ['--version']),
  'program in turn, with its end': async () => spawnSync('/usr/bin/wget', ['--version']),
}

function sendTo(done: (error: Error | null) => void): void {
  createSocket('udp4').send('text', 53, host, done)
}

function webSocket(url: string): Promise<void> {
  const socket = new WebSocket(url)
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve())
    socket.addEventListener('error', reject)
  })
}

const told: Record<string, string> = {}
for (const [way, work] of Object.entries(ways)) told[way] = await outcome(work)

/** This computer itself is always there. */
const server = createServer((socket) => socket.end('here')).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const port = address !== null && typeof address === 'object' ? address.port : 0
told['this computer'] = await outcome(() => failing(connect(port, '127.0.0.1')))
told['this computer by name'] = await outcome(() => failing(connect(port, 'localhost')))

process.send?.({ told, seen })
process.disconnect()
process.exit(0)

async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return codeOf(error)
  }
}

function codeOf(error: unknown): string {
  // A page's socket is not told why.
  if (error instanceof Event) return 'failed'
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error && error.cause ? codeOf(error.cause) : String(error)
}
