import type { FileHandle } from 'node:fs/promises'

/** Reads little-endian numbers from a file one after the other; large stretches are passed over unread. */
export interface ByteReader {
  /** The byte to be read next. It may lie behind the end. */
  readonly at: number
  /** So many unsigned 32-bit numbers, or null when the file ends before their end. */
  numbers(count: number): Promise<readonly number[] | null>
  /** The next bytes as ASCII, or null when the file ends before their end. Only for what is known to be short. */
  text(bytes: number): Promise<string | null>
  skip(bytes: number): void
}

const windowBytes = 16 * 1024

export function byteReader(file: FileHandle): ByteReader {
  let at = 0
  let start = 0
  let window = Buffer.alloc(0)

  async function hold(bytes: number): Promise<boolean> {
    if (at >= start && at + bytes <= start + window.length) return true
    const room = Buffer.alloc(Math.max(windowBytes, bytes))
    // A place beyond what a file can have is certainly behind its end.
    if (!Number.isSafeInteger(at)) return false
    const { bytesRead } = await file.read(room, 0, room.length, at)
    start = at
    window = room.subarray(0, bytesRead)
    return bytesRead >= bytes
  }

  return {
    get at() {
      return at
    },
    async numbers(count) {
      if (!(await hold(count * 4))) return null
      const from = at - start
      at += count * 4
      return Array.from({ length: count }, (_, i) => window.readUInt32LE(from + i * 4))
    },
    async text(bytes) {
      if (!(await hold(bytes))) return null
      const from = at - start
      at += bytes
      return window.toString('latin1', from, from + bytes)
    },
    skip(bytes) {
      at += bytes
    },
  }
}
