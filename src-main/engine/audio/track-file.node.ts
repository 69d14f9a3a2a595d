/** One track on disk: a WAV file that grows, and can be read while it does. */
import { fstatSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { appendable } from './appendable.node.ts'
import { type AppendQueue, appendQueue, type Hold } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'
import { toInt16 } from './frames.ts'
import { BYTES_PER_SAMPLE, HEADER_BYTES, samplesIn, wavHeader } from './wav-header.ts'

export interface TrackReader {
  length(): number
  read(from: number, to: number): Promise<Int16Array>
  close(): Promise<void>
}

export interface TrackFile extends TrackReader {
  /** What is held in memory because the disk does not take it. */
  readonly waiting: Pick<AppendQueue, 'failure' | 'waitingSinceMs' | 'retry'>
  /** Samples that are on disk, or in the system's hands. */
  written(): number
  append(samples: Float32Array | Int16Array): Promise<void>
  /** Brings the header up to date and the samples onto the disk itself, past the system's cache. */
  sync(): Promise<void>
  /** Resolves, or fails, with the last write. */
  idle(): Promise<void>
}

/** Starts the file of a new track; with `hold` what the disk does not take is held in memory. */
export async function createTrackFile(path: string, hold: Hold | null = null): Promise<TrackFile> {
  const file = await open(path, 'wx+')
  try {
    await file.write(wavHeader(0), 0, HEADER_BYTES, 0)
    return growingFile(file, HEADER_BYTES, hold)
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Goes on with the file of a track behind its last whole sample. */
export async function extendTrackFile(path: string): Promise<TrackFile> {
  await repairTrackFile(path)
  const file = await open(path, 'r+')
  return growingFile(file, (await file.stat()).size, null)
}

function growingFile(file: FileHandle, start: number, hold: Hold | null): TrackFile {
  const queue = appendQueue(appendable(file), start, { hold })
  const length = (): number => samplesIn(queue.readable())
  const written = (): number => samplesIn(queue.written())

  return {
    waiting: queue,
    async append(samples) {
      const frames = samples instanceof Int16Array ? samples.slice() : toInt16(samples)
      try {
        await queue.append(new Uint8Array(frames.buffer))
      } catch (error) {
        throw asWriteFailure(error)
      }
    },
    async sync() {
      try {
        await queue.sync(async () => {
          await file.write(wavHeader(written()), 0, HEADER_BYTES, 0)
          await file.datasync()
        })
      } catch (cause) {
        throw asWriteFailure(cause)
      }
    },
    length,
    written,
    async read(from, to) {
      const upTo = Math.max(from, Math.min(to, length()))
      // Looked at in one turn: what leaves memory meanwhile is in the file.
      const split = Math.min(upTo, Math.max(from, samplesIn(queue.inMemoryFrom() + 1)))
      const held = queue.read(bytesBefore(split), bytesBefore(upTo))
      const filed = await readSamples(file, from, split)
      return held.length === 0 ? filed : joined(filed, held)
    },
    idle: () => queue.idle(),
    close: () => file.close(),
  }
}

/** Where this sample begins in the file. */
function bytesBefore(sample: number): number {
  return HEADER_BYTES + sample * BYTES_PER_SAMPLE
}

function joined(filed: Int16Array, held: Uint8Array<ArrayBuffer>): Int16Array {
  const rest = new Int16Array(held.buffer)
  const all = new Int16Array(filed.length + rest.length)
  all.set(filed)
  all.set(rest, filed.length)
  return all
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
    const at = bytesBefore(from) + done
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, at)
    if (bytesRead === 0) break
    done += bytesRead
  }
  return samples.subarray(0, Math.floor(done / BYTES_PER_SAMPLE))
}
