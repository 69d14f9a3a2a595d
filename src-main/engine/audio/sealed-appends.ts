/**
 * Appends samples to a sealed track. The last record grows with every few samples: it is sealed anew, under a new nonce,
 * and written over what was there, so that what was appended is as safe from our own death as in a plain file. Whoever
 * dies, or is cut off, in the middle of such a write loses this one record.
 */
import type { AppendableFile } from './append-queue.ts'
import { RECORD_BYTES, SEALED_BYTES, sealRecord, type TrackKey } from './sealed-records.ts'

/** The file as it is on disk. */
export interface Disk extends AppendableFile {
  truncate(bytes: number): void
}

/** How far a track is: full records, and the samples of the one that is not full. */
export interface Reached {
  readonly records: number
  readonly rest: Uint8Array
}

export interface SealedAppends extends AppendableFile {
  reached(): Reached
}

/** So many records are sealed and written at once: 10 s of sound. */
const MOST_RECORDS = 50

export const bytesAt = ({ records, rest }: Reached): number => records * RECORD_BYTES + rest.length

export function sealedAppends(disk: Disk, key: TrackKey, begin: Reached): SealedAppends {
  let now = begin

  /** What comes before this position. Where writing begins anew further back it does so with a record. */
  function upTo(position: number): Reached {
    for (const reached of [now, begin]) if (bytesAt(reached) === position) return reached
    if (position < bytesAt(now) && position % RECORD_BYTES === 0)
      return { records: position / RECORD_BYTES, rest: new Uint8Array(0) }
    throw new Error(`Sealed sound is appended at ${bytesAt(now)}, not at ${position}.`)
  }

  function step(bytes: Uint8Array, offset: number, position: number) {
    const from = upTo(position)
    const taken = Math.min(bytes.length - offset, MOST_RECORDS * RECORD_BYTES - from.rest.length)
    const plain = Buffer.concat([from.rest, bytes.subarray(offset, offset + taken)])
    const sealed: Buffer[] = []
    for (let at = 0; at < plain.length; at += RECORD_BYTES) {
      const number = from.records + at / RECORD_BYTES
      sealed.push(sealRecord(key, number, plain.subarray(at, at + RECORD_BYTES)))
    }
    const whole = Math.floor(plain.length / RECORD_BYTES)
    const to: Reached = {
      records: from.records + whole,
      rest: plain.subarray(whole * RECORD_BYTES),
    }
    return { from, to, taken, at: from.records * SEALED_BYTES, sealed: Buffer.concat(sealed) }
  }

  /**
   * A disk that took half of a write has taken away the last record: it is put back where that is possible. Not where
   * writing had begun anew further back: what stands behind there may still be whole, and all of it is written again.
   */
  function before(from: Reached): { readonly at: number; readonly sealed: Buffer } | null {
    if (from !== now) return null
    const { records, rest } = from
    const sealed = rest.length > 0 ? sealRecord(key, records, rest) : Buffer.alloc(0)
    return { at: records * SEALED_BYTES, sealed }
  }

  return {
    reached: () => now,
    async write(bytes, offset, position) {
      const { from, to, taken, at, sealed } = step(bytes, offset, position)
      try {
        await writeAll(disk, sealed, at)
      } catch (error) {
        const old = before(from)
        if (old)
          await writeAll(disk, old.sealed, old.at)
            .then(() => disk.truncate(old.at + old.sealed.length))
            // It takes nothing any more: whoever repairs the track finds what is whole.
            .catch(() => undefined)
        throw error
      }
      now = to
      return taken
    },
    writeNow(bytes, offset, position) {
      const { from, to, taken, at, sealed } = step(bytes, offset, position)
      try {
        writeAllNow(disk, sealed, at)
      } catch (error) {
        const old = before(from)
        try {
          if (old) writeAllNow(disk, old.sealed, old.at)
          if (old) disk.truncate(old.at + old.sealed.length)
        } catch {
          // As above.
        }
        throw error
      }
      now = to
      return taken
    },
  }
}

async function writeAll(disk: Disk, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) done += await disk.write(bytes, done, at + done)
}

function writeAllNow(disk: Disk, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;) done += disk.writeNow(bytes, done, at + done)
}
