/**
 * Every TCP connection of Node goes through one method, be it of `net`, `tls`, `http`, `http2`, `fetch` or a library;
 * so does everything that listens.
 */
import { Server, Socket } from 'node:net'
import { hostOfPath } from './host-of-path.ts'
import { isLoopback, type Target } from './target.ts'

type Ask = (target: Target) => Error | null
type Args = unknown[]

/** Ends what is open beyond this computer. */
type End = () => void

export function wrapSockets(ask: Ask): ReadonlySet<End> {
  const open = new Set<End>()
  wrapConnect(ask, open)
  wrapListen(ask, open)
  return open
}

function wrapConnect(ask: Ask, open: Set<End>): void {
  const original = Socket.prototype.connect as (this: Socket, ...args: Args) => Socket
  function connect(this: Socket, ...args: Args): Socket {
    const target = targetOf(args)
    if (target === null) return original.apply(this, args)
    const refused = ask(target)
    if (refused) return failLater(this, refused)
    if (!isLoopback(target.host)) endLater(open, this, () => void this.destroy())
    return original.apply(this, args)
  }
  Socket.prototype.connect = connect as typeof Socket.prototype.connect
}

/** As if it were trying: whoever asked has not said yet who hears of a failure. */
function failLater(socket: Socket, refused: Error): Socket {
  Object.assign(socket, { connecting: true })
  process.nextTick(() => socket.destroy(refused))
  return socket
}

function wrapListen(ask: Ask, open: Set<End>): void {
  const original = Server.prototype.listen as (this: Server, ...args: Args) => Server
  function listen(this: Server, ...args: Args): Server {
    const target = listenedOf(args)
    if (target === null) return original.apply(this, args)
    const refused = ask(target)
    if (refused) {
      process.nextTick(() => this.emit('error', refused))
      return this
    }
    if (!isLoopback(target.host)) {
      endLater(open, this, () => void this.close())
      this.on('connection', (socket: Socket) => {
        if (!isLoopback(socket.remoteAddress ?? '')) endLater(open, socket, () => socket.destroy())
      })
    }
    return original.apply(this, args)
  }
  Server.prototype.listen = listen as typeof Server.prototype.listen
}

function endLater(open: Set<End>, what: Socket | Server, end: End): void {
  open.add(end)
  what.once('close', () => open.delete(end))
}

/** Null for what needs no network at all: a pipe or a socket of this computer. */
function targetOf(args: Args): Target | null {
  const { path, host, port } = optionsOf(args)
  if (typeof path === 'string') return pipeElsewhere(path)
  const name = typeof host === 'string' && host !== '' ? host : 'localhost'
  return { what: 'connection', host: name, port: portOf(port) }
}

function listenedOf(args: Args): Target | null {
  const { path, host, port, fd, handle } = optionsOf(args)
  if (typeof path === 'string') return null
  // Without an address it listens on all of them.
  const isAddress = port !== undefined || (fd === undefined && handle === undefined)
  if (!isAddress) return null
  const name = typeof host === 'string' && host !== '' ? host : '::'
  return { what: 'listening', host: name, port: portOf(port) }
}

/** Windows reaches pipes of other computers by their path. */
function pipeElsewhere(path: string): Target | null {
  const host = hostOfPath(path)
  return host === null ? null : { what: 'connection', host, port: null }
}

/** Node's own ways to say it: options, a path, or a port and perhaps a host; arguments may be in a list already. */
function optionsOf(args: Args): Readonly<Record<string, unknown>> {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as Args) : args
  if (typeof first === 'object' && first !== null) return first as Record<string, unknown>
  const isPath = typeof first === 'string' && !/^\d+$/.test(first.trim())
  return isPath ? { path: first } : { port: first, host: second }
}

function portOf(port: unknown): number | null {
  const number = Number(port)
  return port === undefined || Number.isNaN(number) ? null : number
}
