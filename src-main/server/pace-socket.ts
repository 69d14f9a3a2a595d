import type { WebSocket } from 'ws'
import { fullBytes, lookAgainMs, socketRate } from './limits.ts'
import { backlogLimitBytes } from './socket-channel.ts'
import { type Bucket, spend } from './token-bucket.ts'

/**
 * Reads of a socket only as much as its rate allows, and nothing while its client does not read what it was answered:
 * so whoever asks for much waits at its own end, and the answers do not fill the memory here.
 */
export function paceSocket(socket: WebSocket, nowMs: () => number): void {
  let bucket: Bucket = null
  let resuming: NodeJS.Timeout | null = null
  function pauseFor(waitMs: number): void {
    socket.pause()
    if (resuming) clearTimeout(resuming)
    resuming = setTimeout(goOn, waitMs).unref()
  }
  function goOn(): void {
    if (socket.bufferedAmount > fullBytes) pauseFor(lookAgainMs)
    else socket.resume()
  }
  // What had been read when it was paused still comes, so that it is owed.
  function count(): void {
    const [next, waitMs] = spend(bucket, socketRate, nowMs())
    bucket = next
    if (waitMs > 0) pauseFor(waitMs)
    else if (socket.bufferedAmount > fullBytes) pauseFor(lookAgainMs)
  }
  socket.on('message', count)
  socket.on('ping', () => {
    count()
    // Each is answered by ws itself; who does not read the answers is gone.
    if (socket.bufferedAmount > backlogLimitBytes) socket.terminate()
  })
}
