/** One track on disk: a WAV file that grows, and can be read while it does. */
import { fstatSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { appendable } from './appendable.node.ts'
import { appendQueue } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'
import { toInt16 } from './frames.ts'
import { BYTES_PER_SAMPLE, HEADER_BYTES, samplesIn, wavHeader } from './wav-header.ts'

export interface TrackReader {
  length(): number
  read(from: number, to: number): Promise<Int16Array>
  close(): Promise<void>
}

export interface TrackFile extends TrackReader {
  append(samples: Float32Array | Int16Array): Promise<void>
  /** Brings the header up to date and the samples onto the disk itself, past the system's cache. */
  sync(): Promise<void>
  /** Resolves, or fails, with the last write. */
  idle(): Promise<void>
}

/** Starts the file of a new track. */
export async function createTrackFile(path: string): Promise<TrackFile> {
  const file = await open(path, 'wx+')
  try {
    await file.write(wavHeader(0), 0, HEADER_BYTES, 0)
    return growingFile(file, HEADER_BYTES)
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Goes on with the file of a track behind its last whole sample. */
export async function extendTrackFile(path: string): Promise<TrackFile> {
  await repairTrackFile(path)
  const file = await open(path, 'r+')
  return growingFile(file, (await file.stat()).size)
}

function growingFile(file: FileHandle, end: number): TrackFile {
  const queue = appendQueue(appendable(file), end)
  const length = (): number => samplesIn(queue.written())
  let lost: { readonly cause: unknown } | null = null

  return {
    async append(samples) {
      if (lost) throw lost.cause
      const frames = samples instanceof Int16Array ? samples.slice() : toInt16(samples)
      try {
        await queue.append(new Uint8Array(frames.buffer))
      } catch (error) {
        throw asWriteFailure(error)
      }
    },
    async sync() {
      try {
        await queue.besides(async () => {
          await file.write(wavHeader(length()), 0, HEADER_BYTES, 0)
          await file.datasync()
        })
      } catch (cause) {
        // The system may have dropped what it had accepted: nothing more can be promised for this track.
        lost = { cause: asWriteFailure(cause) }
        throw lost.cause
      }
    },
    length,
    read: (from, to) => readSamples(file, from, Math.min(to, length())),
    idle: () => queue.idle(),
    close: () => file.close(),
  }
}

/** Opens the file of a track to read it; it may grow meanwhile, also by another process's hand. */
export async function openTrackFile(path: string): Promise<TrackReader> {
  const file = await open(path, 'r')
  return {
    length: () => samplesIn(fstatSync(file.fd).size),
    read: (from, to) => readSamples(file, from, to),
    close: () => file.close(),
  }
}

/** Gives back what a kill left of a track: only whole samples, and a header that tells the truth. */
export async function repairTrackFile(path: string): Promise<void> {
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

async function readSamples(file: FileHandle, from: number, to: number): Promise<Int16Array> {
  const samples = new Int16Array(Math.max(0, to - from))
  const bytes = new Uint8Array(samples.buffer)
  let done = 0
  while (done < bytes.length) {
    const at = HEADER_BYTES + from * BYTES_PER_SAMPLE + done
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return samples.subarray(0, Math.floor(done / BYTES_PER_SAMPLE))
}
