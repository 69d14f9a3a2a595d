/** A track as a WAV file, which any program can read. */
import { fstatSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { appendable } from './appendable.node.ts'
import type { SoundBytes } from './sound-bytes.ts'
import { BYTES_PER_SAMPLE, HEADER_BYTES, samplesIn, wavHeader } from './wav-header.ts'

export async function createPlainSound(path: string): Promise<SoundBytes> {
  const file = await open(path, 'wx+', 0o600)
  try {
    await file.write(wavHeader(0), 0, HEADER_BYTES, 0)
    return plainSound(file)
  } catch (error) {
    await file.close()
    throw error
  }
}

export async function openPlainSound(path: string, mode: 'r' | 'r+'): Promise<SoundBytes> {
  return plainSound(await open(path, mode))
}

function plainSound(file: FileHandle): SoundBytes {
  const disk = appendable(file)
  return {
    unit: BYTES_PER_SAMPLE,
    write: (bytes, offset, position) => disk.write(bytes, offset, HEADER_BYTES + position),
    writeNow: (bytes, offset, position) => disk.writeNow(bytes, offset, HEADER_BYTES + position),
    length: () => samplesIn(fstatSync(file.fd).size) * BYTES_PER_SAMPLE,
    async read(into, from) {
      let done = 0
      while (done < into.length) {
        const at = HEADER_BYTES + from + done
        const { bytesRead } = await file.read(into, done, into.length - done, at)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return done
    },
    damage: () => [],
    /** Brings the header up to date, too. */
    async sync() {
      const { size } = await file.stat()
      await file.write(wavHeader(samplesIn(size)), 0, HEADER_BYTES, 0)
      await file.datasync()
    },
    close: () => file.close(),
  }
}

/** Gives back what a kill left of a track: only whole samples, and a header that tells the truth. */
export async function mendPlainSound(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const samples = samplesIn(size)
    const wanted = HEADER_BYTES + samples * BYTES_PER_SAMPLE
    if (size > wanted) await file.truncate(wanted)
    const header = wavHeader(samples)
    const found = new Uint8Array(HEADER_BYTES)
    await file.read(found, 0, HEADER_BYTES, 0)
    if (Buffer.compare(header, found) !== 0) await file.write(header, 0, HEADER_BYTES, 0)
  } finally {
    await file.close()
  }
}
