import type { RawData, WebSocket } from 'ws'
import type { Channel } from '#wire/channel.ts'

/** What may wait in the engine's memory for one client to read it, beside a single large answer. */
export const backlogLimitBytes = 8 * 1024 * 1024

/**
 * A channel over one WebSocket. Frames that are not JSON text are dropped. A client that does not read what it
 * is sent is cut off, so that it cannot fill the engine's memory; it may come back and read everything anew.
 */
export function socketChannel(socket: WebSocket): Channel {
  let largestFrameBytes = 0
  return {
    send: (value) => {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount === 0) largestFrameBytes = 0
      if (socket.bufferedAmount - largestFrameBytes > backlogLimitBytes) {
        socket.terminate()
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
      else socket.once('close', listener)
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
