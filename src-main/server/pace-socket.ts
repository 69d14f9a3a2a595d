import type { WebSocket } from 'ws'
import { socketRate } from './limits.ts'
import { backlogLimitBytes } from './socket-channel.ts'
import { type Bucket, take, waitMs } from './token-bucket.ts'

/** Reads of a socket only as much as its rate allows; whoever sends more waits at its own end. */
export function paceSocket(socket: WebSocket, nowMs: () => number): void {
  let bucket: Bucket = null
  const count = (): void => {
    const now = nowMs()
    const [next, had] = take(bucket, socketRate, now)
    bucket = next
    if (had || socket.isPaused) return
    socket.pause()
    setTimeout(() => socket.resume(), waitMs(bucket, socketRate, now)).unref()
  }
  socket.on('message', count)
  socket.on('ping', () => {
    count()
    // Each is answered by ws itself; who does not read the answers is gone.
    if (socket.bufferedAmount > backlogLimitBytes) socket.terminate()
  })
}
