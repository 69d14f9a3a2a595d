/** A track as a sealed file, which nobody can read without the key of its recording. */
import { fstatSync, ftruncateSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { appendable } from './appendable.node.ts'
import { bytesAt, type Reached, sealedAppends } from './sealed-appends.ts'
import { sealedReads, type Watched } from './sealed-reads.node.ts'
import {
  lastRecordOf,
  openRecord,
  RECORD_BYTES,
  SEALED_BYTES,
  soundBytesIn,
  type TrackKey,
} from './sealed-records.ts'
import type { SoundBytes } from './sound-bytes.ts'

export async function createSealedSound(path: string, key: TrackKey): Promise<SoundBytes> {
  return growing(await open(path, 'wx+', 0o600), key, { records: 0, rest: new Uint8Array(0) })
}

/** Goes on behind the last sample of a track that was mended. */
export async function extendSealedSound(path: string, key: TrackKey): Promise<SoundBytes> {
  const file = await open(path, 'r+')
  try {
    return growing(file, key, await reachedIn(file, key))
  } catch (error) {
    await file.close()
    throw error
  }
}

export async function openSealedSound(
  path: string,
  key: TrackKey,
  watched: Watched,
): Promise<SoundBytes> {
  const file = await open(path, 'r')
  const refuse = (): never => {
    throw new Error('This track was opened to be read.')
  }
  return {
    ...sealedReads(file, key, watched),
    unit: RECORD_BYTES,
    write: refuse,
    writeNow: refuse,
    sync: refuse,
    close: () => file.close(),
  }
}

function growing(file: FileHandle, key: TrackKey, begin: Reached): SoundBytes {
  const disk = { ...appendable(file), truncate: (bytes: number) => ftruncateSync(file.fd, bytes) }
  const appends = sealedAppends(disk, key, begin)
  const reads = sealedReads(file, key, 'ended')
  return {
    unit: RECORD_BYTES,
    write: appends.write,
    writeNow: appends.writeNow,
    length: () => bytesAt(appends.reached()),
    /** The last record may be written over at this moment, so it is not read from the disk. */
    async read(into, from) {
      const { records, rest } = appends.reached()
      const full = records * RECORD_BYTES
      const fromDisk = into.subarray(0, Math.max(0, full - from))
      const fromMemory = into.subarray(fromDisk.length)
      const held = rest.subarray(Math.max(0, from - full)).subarray(0, fromMemory.length)
      fromMemory.set(held)
      const done = fromDisk.length > 0 ? await reads.read(fromDisk, from) : 0
      return done < fromDisk.length ? done : done + held.length
    },
    damage: reads.damage,
    sync: () => file.datasync(),
    close: () => file.close(),
  }
}

/** Cuts off what a kill left half written: at most the last record, or what a power cut kept from the disk. */
export async function mendSealedSound(path: string, key: TrackKey): Promise<void> {
  const file = await open(path, 'r+')
  try {
    for (;;) {
      const { size } = await file.stat()
      if (size === 0 || (await lastRecord(file, key, size))) return
      await file.truncate(lastRecordOf(size) * SEALED_BYTES)
    }
  } finally {
    await file.close()
  }
}

async function reachedIn(file: FileHandle, key: TrackKey): Promise<Reached> {
  const { size } = fstatSync(file.fd)
  const records = Math.floor(soundBytesIn(size) / RECORD_BYTES)
  if (size === records * SEALED_BYTES) return { records, rest: new Uint8Array(0) }
  const rest = await lastRecord(file, key, size)
  if (!rest) throw new Error('A sealed track is mended before more is appended.')
  return { records, rest }
}

async function lastRecord(file: FileHandle, key: TrackKey, size: number): Promise<Buffer | null> {
  const number = lastRecordOf(size)
  const sealed = Buffer.alloc(size - number * SEALED_BYTES)
  await file.read(sealed, 0, sealed.length, number * SEALED_BYTES)
  return openRecord(key, number, sealed)
}
