import type { Channel } from './channel.ts'

export type ClosableChannel = Channel & { close(): void }

/** Two joined ends in one process. Values go through JSON, so what works here works over a socket. */
export function memoryChannel(): readonly [ClosableChannel, ClosableChannel] {
  const ears: [Array<(value: unknown) => void>, Array<(value: unknown) => void>] = [[], []]
  const closers: Array<() => void> = []
  let closed = false
  const end = (mine: 0 | 1): ClosableChannel => ({
    send: (value) => {
      if (closed) return
      const copy = JSON.parse(JSON.stringify(value)) as unknown
      void Promise.resolve().then(() => {
        for (const hear of ears[mine === 0 ? 1 : 0]) hear(copy)
      })
    },
    onMessage: (listener) => void ears[mine].push(listener),
    onClose: (listener) => (closed ? listener() : void closers.push(listener)),
    close: () => {
      closed = true
      for (const tell of closers.splice(0)) tell()
    },
  })
  return [end(0), end(1)]
}
