import type { WebSocket } from 'ws'
import { socketRate } from './limits.ts'
import { backlogLimitBytes } from './socket-channel.ts'
import { type Bucket, spend } from './token-bucket.ts'

/** Reads of a socket only as much as its rate allows; whoever sends more waits at its own end. */
export function paceSocket(socket: WebSocket, nowMs: () => number): void {
  let bucket: Bucket = null
  let resuming: NodeJS.Timeout | null = null
  // What had been read when it was paused still comes, so that it is owed.
  const count = (): void => {
    const [next, waitMs] = spend(bucket, socketRate, nowMs())
    bucket = next
    if (waitMs === 0) return
    socket.pause()
    if (resuming) clearTimeout(resuming)
    resuming = setTimeout(() => socket.resume(), waitMs).unref()
  }
  socket.on('message', count)
  socket.on('ping', () => {
    count()
    // Each is answered by ws itself; who does not read the answers is gone.
    if (socket.bufferedAmount > backlogLimitBytes) socket.terminate()
  })
}
