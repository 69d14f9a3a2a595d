import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { serve, type Served } from '#wire/serve.ts'
import { withoutPlace } from './entry-codes.ts'
import {
  closingMs,
  heartbeatMs,
  largestMessageBytes,
  mostFragments,
  mostSockets,
} from './limits.ts'
import { paceSocket } from './pace-socket.ts'
import { socketChannel } from './socket-channel.ts'

interface Options {
  readonly server: Server
  readonly engine: Served
  /** Below which browsers ask. */
  readonly place: string
  /** Why somebody gets no socket, as a status line. */
  readonly refuse: (request: IncomingMessage) => Promise<string | null>
  /** Whether somebody who has one is still known. */
  readonly isKnown: (request: IncomingMessage) => boolean
  readonly onBug: (error: unknown) => void
}

export interface Sockets {
  /** Ends those of whoever was put out since. */
  lookAgain(): void
  close(): void
}

/** How often somebody may be asked whether they are there without an answer. */
const mostSilentBeats = 2

/** Not in the types of ws yet. */
const closing: object = { closeTimeout: closingMs }

/** What a socket is closed with when its browser is not known any more. */
const notEntered = 4401

/** Serves the contract on `/engine`, one channel for each WebSocket. */
export function openSockets({ server, engine, place, refuse, isKnown, onBug }: Options): Sockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessageBytes,
    maxFragments: mostFragments,
    // A few bytes could become a message as large as the memory.
    perMessageDeflate: false,
    ...closing,
  })
  const silentBeats = new WeakMap<WebSocket, number>()
  const requests = new WeakMap<WebSocket, IncomingMessage>()

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // It may break off while it waits for its answer.
    stream.on('error', () => {})
    answer(request, stream, head).catch(onBug)
  })

  async function answer(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
    const refusal = (await refuse(request)) ?? refuseHere(request)
    if (stream.destroyed) return
    if (refusal)
      stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
        stream.destroy(),
      )
    else sockets.handleUpgrade(request, stream, head, (socket) => welcome(socket, request))
  }

  function refuseHere({ url = '' }: IncomingMessage): string | null {
    if (withoutPlace(url, place).split('?')[0] !== '/engine') return '404 Not Found'
    return sockets.clients.size >= mostSockets ? '503 Service Unavailable' : null
  }

  function welcome(socket: WebSocket, request: IncomingMessage): void {
    requests.set(socket, request)
    for (const sign of ['pong', 'ping', 'message'])
      socket.on(sign, () => silentBeats.delete(socket))
    // A message that is too large or a broken frame: ws closes the socket itself, with the right close code.
    socket.on('error', () => {})
    paceSocket(socket, performance.now.bind(performance))
    serve(engine, socketChannel(socket, { isPassing }), onBug)
  }

  function lookAgain(): void {
    for (const socket of sockets.clients) {
      const request = requests.get(socket)
      if (request && !isKnown(request)) socket.close(notEntered)
    }
  }

  const heartbeat = setInterval(() => {
    // Also keeps whoever is here from being forgotten as unused.
    lookAgain()
    for (const socket of sockets.clients) {
      const beats = silentBeats.get(socket) ?? 0
      // On a busy computer an answer may lie here unread for one beat.
      if (beats >= mostSilentBeats) socket.terminate()
      silentBeats.set(socket, beats + 1)
      socket.ping()
    }
  }, heartbeatMs)
  heartbeat.unref()

  return {
    lookAgain,
    close() {
      clearInterval(heartbeat)
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

const passing: ReadonlySet<unknown> = new Set(['levels.measured', 'sound.measured'])

/** How loud it is comes twenty times a second, and each time stands for all before. */
function isPassing(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('event' in value)) return false
  const { event } = value
  return typeof event === 'object' && event !== null && 'type' in event && passing.has(event.type)
}
