/** Reads a sealed track, record by record. */
import { fstatSync, readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import {
  lastRecordOf,
  openRecord,
  RECORD_BYTES,
  SEALED_BYTES,
  soundBytesIn,
  type TrackKey,
} from './sealed-records.ts'
import type { Stretch } from './sound-bytes.ts'
import { BYTES_PER_SAMPLE } from './wav-header.ts'

/** Records read at once: 10 s of sound. */
const MOST_RECORDS = 50
/** Whoever writes the last record at this moment is done long before the last of these tries. */
const TRIES = 5
const TRY_AGAIN_MS = 2

/**
 * `ended`: nobody writes; what is damaged is silence. `followed`: another process may write, and a last record that
 * cannot be opened is one that is not there yet.
 */
export type Watched = 'ended' | 'followed'

export interface SealedReads {
  length(): number
  read(into: Uint8Array, from: number): Promise<number>
  damage(): readonly Stretch[]
}

export function sealedReads(file: FileHandle, key: TrackKey, watched: Watched): SealedReads {
  const damaged = new Map<number, number>()
  /** The last size at which the last record could be opened. */
  let whole = -1

  function lengthFollowed(): number {
    const { size } = fstatSync(file.fd)
    if (size === whole) return soundBytesIn(size)
    const last = lastRecordOf(size)
    for (let tries = 0; tries < TRIES; tries++) {
      const sealed = Buffer.allocUnsafe(SEALED_BYTES)
      const bytes = readSync(file.fd, sealed, 0, SEALED_BYTES, last * SEALED_BYTES)
      if (!openRecord(key, last, sealed.subarray(0, bytes))) continue
      whole = last * SEALED_BYTES + bytes
      return soundBytesIn(whole)
    }
    return last * RECORD_BYTES
  }

  async function sealedFrom(record: number, count: number): Promise<Buffer> {
    const sealed = Buffer.allocUnsafe(count * SEALED_BYTES)
    let done = 0
    while (done < sealed.length) {
      const at = record * SEALED_BYTES + done
      const { bytesRead } = await file.read(sealed, done, sealed.length - done, at)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return sealed.subarray(0, done)
  }

  /** The samples of one record; fewer than in the file where it is still written, and silence where it is damaged. */
  async function opened(record: number, sealed: Buffer, size: number): Promise<Uint8Array> {
    const plain = openRecord(key, record, sealed)
    if (plain) return plain
    if (watched === 'followed' && record >= lastRecordOf(size)) {
      for (let tries = 0; tries < TRIES; tries++) {
        await wait(TRY_AGAIN_MS)
        const again = openRecord(key, record, await sealedFrom(record, 1))
        if (again) return again
      }
      if (record >= lastRecordOf(fstatSync(file.fd).size)) return new Uint8Array(0)
    }
    const lost = soundBytesIn(sealed.length)
    if (lost > 0) damaged.set(record, lost / BYTES_PER_SAMPLE)
    return new Uint8Array(lost)
  }

  return {
    length: () =>
      watched === 'followed' ? lengthFollowed() : soundBytesIn(fstatSync(file.fd).size),
    async read(into, from) {
      let done = 0
      while (done < into.length) {
        const record = Math.floor((from + done) / RECORD_BYTES)
        const wanted = Math.ceil((from + into.length) / RECORD_BYTES) - record
        const { size } = fstatSync(file.fd)
        const sealed = await sealedFrom(record, Math.min(wanted, MOST_RECORDS))
        const before = done
        for (let at = 0; at < sealed.length; at += SEALED_BYTES) {
          const number = record + at / SEALED_BYTES
          const plain = await opened(number, sealed.subarray(at, at + SEALED_BYTES), size)
          const part = plain.subarray(
            Math.max(0, from + done - number * RECORD_BYTES),
            from + into.length - number * RECORD_BYTES,
          )
          into.set(part, done)
          done += part.length
          if (plain.length < RECORD_BYTES) return done
        }
        if (done === before) break
      }
      return done
    },
    damage: () =>
      Array.from(damaged, ([record, length]) => ({
        from: (record * RECORD_BYTES) / BYTES_PER_SAMPLE,
        length,
      })).toSorted((a, b) => a.from - b.from),
  }
}
