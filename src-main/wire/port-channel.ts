import type { ClosableChannel } from './memory-channel.ts'

/** What Node's `MessagePort` and Electron's `MessagePortMain` have in common. */
interface NodeStylePort {
  postMessage(value: unknown): void
  on(event: 'message', listener: (value: unknown) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  close(): void
}

/** A channel over a message port of Node or of Electron's main and utility processes. */
export function portChannel(port: NodeStylePort): ClosableChannel {
  let closed = false
  const closers: Array<() => void> = []
  port.on('close', () => {
    closed = true
    for (const tell of closers.splice(0)) tell()
  })
  return {
    send: (value) => {
      if (!closed) port.postMessage(value)
    },
    onMessage: (listener) => {
      port.on('message', (message) => listener(unwrap(message)))
      port.start()
    },
    onClose: (listener) => (closed ? listener() : void closers.push(listener)),
    close: () => port.close(),
  }
}

/** Electron wraps the value in an event with the ports that came along; Node hands it over bare. */
function unwrap(message: unknown): unknown {
  if (typeof message === 'object' && message !== null && 'data' in message && 'ports' in message)
    return message.data
  return message
}
