import type { RawData, WebSocket } from 'ws'
import type { Channel } from '#wire/channel.ts'

/** What may wait in the engine's memory for one client to read it, beside a single large answer. */
export const backlogLimitBytes = 8 * 1024 * 1024
/** While this much waits, what is soon out of date is not sent at all. */
const behindBytes = 64 * 1024
/** "Try again later": the client was too slow, and may come back and read everything anew. */
const tooSlow = 1013

interface Options {
  /** What the next message of its kind replaces, such as how loud it is just now. */
  readonly isPassing?: (value: unknown) => boolean
}

/**
 * A channel over one WebSocket. Frames that are not JSON text are dropped. A client that does not read what it
 * is sent is cut off, so that it cannot fill the engine's memory.
 */
export function socketChannel(
  socket: WebSocket,
  { isPassing = () => false }: Options = {},
): Channel {
  let largestFrameBytes = 0
  const closers = new Set<() => void>()
  function leave(): void {
    for (const tell of closers) tell()
    closers.clear()
  }
  socket.once('close', leave)
  return {
    send(value) {
      if (socket.readyState !== socket.OPEN) return
      const waiting = socket.bufferedAmount
      if (waiting === 0) largestFrameBytes = 0
      if (waiting > behindBytes && isPassing(value)) return
      if (waiting - largestFrameBytes > backlogLimitBytes) {
        socket.close(tooSlow, 'Too slow.')
        leave()
        return
      }
      const frame = JSON.stringify(value)
      largestFrameBytes = Math.max(largestFrameBytes, Buffer.byteLength(frame))
      socket.send(frame)
    },
    onMessage: (listener) => {
      socket.on('message', (data: RawData, isBinary: boolean) => {
        const value = isBinary ? undefined : parse(data)
        if (value !== undefined) listener(value)
      })
    },
    onClose: (listener) => {
      if (socket.readyState === socket.CLOSED) listener()
      else closers.add(listener)
    },
  }
}

/** `undefined` is no JSON value, so it can stand for text that is none. */
function parse(data: RawData): unknown {
  try {
    return JSON.parse(toText(data))
  } catch {
    return undefined
  }
}

function toText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return (Buffer.isBuffer(data) ? data : Buffer.from(data)).toString('utf8')
}
