import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { serve, type Served } from '#wire/serve.ts'
import { withoutPlace } from './entry-codes.ts'
import { socketChannel } from './socket-channel.ts'

const largestMessageBytes = 1024 * 1024
const mostClients = 64
const heartbeatMs = 20_000

interface Options {
  readonly server: Server
  readonly engine: Served
  /** Below which browsers ask. */
  readonly place: string
  /** Why somebody gets no socket, as a status line. */
  readonly refuse: (request: IncomingMessage) => string | null
  readonly onBug: (error: unknown) => void
}

/** Serves the contract on `/engine`, one channel for each WebSocket. Returns what ends them all. */
export function openSockets({ server, engine, place, refuse, onBug }: Options): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes })
  const silent = new WeakSet<WebSocket>()

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = refuse(request) ?? refuseHere(request)
    if (refusal) {
      stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, stream, head, welcome)
  })

  function refuseHere({ url = '' }: IncomingMessage): string | null {
    if (withoutPlace(url, place).split('?')[0] !== '/engine') return '404 Not Found'
    return sockets.clients.size >= mostClients ? '503 Service Unavailable' : null
  }

  function welcome(socket: WebSocket): void {
    socket.on('pong', () => silent.delete(socket))
    // A message that is too large or a broken frame: ws closes the socket itself, with the right close code.
    socket.on('error', () => {})
    serve(engine, socketChannel(socket), onBug)
  }

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate()
      silent.add(socket)
      socket.ping()
    }
  }, heartbeatMs)
  heartbeat.unref()

  return () => {
    clearInterval(heartbeat)
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}
