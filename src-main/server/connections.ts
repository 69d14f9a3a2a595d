/**
 * Keeps room for whoever has business here: of the connections that have shown nothing yet only the newest stay, so
 * that a flood of idle ones ends itself and nobody waits behind it.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { mostConnections, mostOutside } from './limits.ts'

export interface Connections {
  /** From now on this one is not closed to make room. */
  entered(socket: Socket): void
}

export function keepConnections(server: Server): Connections {
  const outside = new Map<string, Socket>()
  server.maxConnections = mostConnections
  server.on('connection', (socket: Socket) => {
    const name = nameOf(socket)
    const [oldest] = outside.values()
    if (oldest && outside.size >= mostOutside) oldest.destroy()
    outside.set(name, socket)
    socket.once('close', () => {
      if (outside.get(name) === socket) outside.delete(name)
    })
  })
  return { entered: (socket) => void outside.delete(nameOf(socket)) }
}

/** The same for a connection and what TLS makes of it. */
function nameOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}
