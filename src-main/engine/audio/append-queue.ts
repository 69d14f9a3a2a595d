/**
 * Appends bytes to a file in the order of the calls. While one write is under way, everything that
 * arrives waits and is then written at once, so a slow disk sees few large writes and a fast one
 * adds no delay. Bytes are in the system's hands, safe from our own death, when `append` resolves.
 */
import type { FileHandle } from 'node:fs/promises'

export interface AppendQueue {
  /** Resolves when these bytes are written; after one failure every call fails the same way. */
  append(bytes: Uint8Array): Promise<void>
  /** The position in the file up to which bytes have been written. */
  written(): number
  /** Resolves when everything appended so far is written. */
  idle(): Promise<void>
}

export function appendQueue(file: Pick<FileHandle, 'write'>, start: number): AppendQueue {
  let position = start
  let waiting: Uint8Array[] = []
  let current: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let broken = false

  async function writeWaiting(): Promise<void> {
    current = next ?? current
    next = null
    const bytes = Buffer.concat(waiting)
    waiting = []
    try {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position)
        done += bytesWritten
        position += bytesWritten
      }
    } catch (error) {
      broken = true
      throw error
    }
  }

  return {
    append(bytes) {
      if (broken) return current
      waiting.push(bytes)
      next ??= current.then(writeWaiting)
      return next
    },
    written: () => position,
    idle: () => next ?? current,
  }
}
