import type { Channel } from '#wire/channel.ts'

/** A channel over a browser's WebSocket that is open. */
export function browserSocketChannel(socket: WebSocket): Channel {
  return {
    send: (value) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(value))
    },
    onMessage: (listener) =>
      socket.addEventListener('message', ({ data }) => listener(JSON.parse(String(data)))),
    onClose: (listener) => {
      if (socket.readyState === WebSocket.CLOSED) listener()
      else socket.addEventListener('close', listener, { once: true })
    },
  }
}
