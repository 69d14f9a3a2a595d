/**
 * Appends bytes to a file in the order of the calls. Bytes are in the system's hands, safe from our own
 * death, when `append` resolves.
 *
 * The few hundred bytes that a device brings every 10 ms go to the system at once: that costs a tenth of
 * asking another thread to do it. But a disk can be busy, and nobody here may wait for one: while it is
 * asked to sync, after a write that took long, and for more than a few bytes, writing is left to the other
 * threads. What arrives while one such write is under way waits and is then written at once.
 */

export interface AppendableFile {
  /** Writes in another thread; resolves with the number of bytes written. */
  write(bytes: Uint8Array, offset: number, position: number): Promise<number>
  /** Writes before it returns. */
  writeNow(bytes: Uint8Array, offset: number, position: number): number
}

export interface AppendQueue {
  /** Resolves when these bytes are written; after one failure every call fails the same way. */
  append(bytes: Uint8Array): Promise<void>
  /** The position in the file up to which bytes have been written. */
  written(): number
  /** Resolves when everything appended so far is written. */
  idle(): Promise<void>
  /** Does work that may keep the disk busy: until it is done nothing is written in this thread. */
  besides<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Half a second of sound. */
const FEW_BYTES = 16_384
/** A write that takes longer did wait for a disk. */
const LONG_WRITE_MS = 20
/** How long a disk that was waited for is not trusted again. */
const WARY_MS = 5_000

export function appendQueue(
  file: AppendableFile,
  start: number,
  steadyMs: () => number = () => performance.now(),
): AppendQueue {
  let position = start
  let waiting: Uint8Array[] = []
  let current: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  let writing = false
  let broken = false
  let besides = 0
  let waryUntilMs = -Infinity

  async function writeWaiting(): Promise<void> {
    current = next ?? current
    next = null
    writing = true
    const bytes = Buffer.concat(waiting)
    waiting = []
    try {
      for (let done = 0; done < bytes.length;) {
        const written = await file.write(bytes, done, position)
        done += written
        position += written
      }
    } catch (error) {
      broken = true
      throw error
    } finally {
      writing = false
    }
  }

  function mayWriteNow(bytes: Uint8Array): boolean {
    const isFree = !writing && next === null && besides === 0
    return isFree && bytes.length <= FEW_BYTES && steadyMs() >= waryUntilMs
  }

  function writeNow(bytes: Uint8Array): void {
    const beganMs = steadyMs()
    for (let done = 0; done < bytes.length;) {
      const written = file.writeNow(bytes, done, position)
      done += written
      position += written
    }
    const endMs = steadyMs()
    if (endMs - beganMs > LONG_WRITE_MS) waryUntilMs = endMs + WARY_MS
  }

  return {
    async append(bytes) {
      if (broken) return current
      if (!mayWriteNow(bytes)) {
        waiting.push(bytes)
        next ??= current.then(writeWaiting)
        return next
      }
      try {
        writeNow(bytes)
      } catch (error) {
        broken = true
        current = Promise.reject(error as Error)
        // Met by whoever appends, or waits, from now on.
        current.catch(() => undefined)
        throw error
      }
    },
    written: () => position,
    idle: () => next ?? current,
    async besides(work) {
      besides++
      try {
        return await work()
      } finally {
        besides--
      }
    },
  }
}
