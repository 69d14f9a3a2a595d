import type { Channel } from '#wire/channel.ts'

/** A channel over a browser’s message port. Its `close` event comes from Electron; no browser has one. */
export function browserPortChannel(port: MessagePort): Channel {
  let closed = false
  port.addEventListener('close', () => (closed = true), { once: true })
  return {
    send: (value) => {
      if (!closed) port.postMessage(value)
    },
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }) => listener(data))
      port.start()
    },
    onClose: (listener) => {
      if (closed) listener()
      else port.addEventListener('close', listener, { once: true })
    },
  }
}
