/** Bytes of a file that are kept in memory, in blocks, so that what comes in small pieces costs no more than its size. */

export interface HeldBytes {
  /** Keeps a copy of these behind what is there. */
  push(bytes: Uint8Array): void
  /** Lets go of everything, and begins anew at this position. */
  startAt(position: number): void
  /** Lets go of everything before this position. */
  drop(to: number): void
  /** A copy of what is kept of `[from, to)`. */
  read(from: number, to: number): Uint8Array<ArrayBuffer>
  /** Position of the first byte that is kept, and behind the last. */
  from(): number
  end(): number
}

const BLOCK_BYTES = 65_536

export function heldBytes(start: number): HeldBytes {
  let blocks: Uint8Array[] = []
  /** Position of the first byte of the first block. */
  let base = start
  let from = start
  let end = start

  function drop(to: number): void {
    from = Math.max(from, Math.min(to, end))
    const whole = from === end ? blocks.length : Math.floor((from - base) / BLOCK_BYTES)
    blocks = blocks.slice(whole)
    base = blocks.length === 0 ? from : base + whole * BLOCK_BYTES
  }

  return {
    push(bytes) {
      for (let done = 0; done < bytes.length;) {
        const at = (end - base) % BLOCK_BYTES
        if (at === 0 && end - base === blocks.length * BLOCK_BYTES)
          blocks.push(new Uint8Array(BLOCK_BYTES))
        const piece = bytes.subarray(done, done + BLOCK_BYTES - at)
        blocks.at(-1)?.set(piece, at)
        done += piece.length
        end += piece.length
      }
    },
    startAt(position) {
      blocks = []
      base = from = end = position
    },
    drop,
    read(wantedFrom, wantedTo) {
      const first = Math.max(wantedFrom, from)
      const bytes = new Uint8Array(Math.max(0, Math.min(wantedTo, end) - first))
      for (let done = 0; done < bytes.length;) {
        const at = first + done - base
        const block = blocks[Math.floor(at / BLOCK_BYTES)] ?? new Uint8Array()
        const piece = block.subarray(at % BLOCK_BYTES).subarray(0, bytes.length - done)
        bytes.set(piece, done)
        done += piece.length
      }
      return bytes
    },
    from: () => from,
    end: () => end,
  }
}
