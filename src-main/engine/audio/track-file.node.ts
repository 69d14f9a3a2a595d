/** One track on disk: it grows, and can be read while it does. */
import type { TrackName } from '#contract/transcript.ts'
import { type AppendQueue, appendQueue, type Hold } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'
import { toInt16 } from './frames.ts'
import { createPlainSound, mendPlainSound, openPlainSound } from './plain-sound.node.ts'
import { type Form, soundKey, trackPath } from './recording-form.node.ts'
import type { Watched } from './sealed-reads.node.ts'
import { trackKey } from './sealed-records.ts'
import {
  createSealedSound,
  extendSealedSound,
  mendSealedSound,
  openSealedSound,
} from './sealed-sound.node.ts'
import type { SoundBytes, Stretch } from './sound-bytes.ts'
import { BYTES_PER_SAMPLE } from './wav-header.ts'

export interface TrackReader {
  length(): number
  read(from: number, to: number): Promise<Int16Array>
  /** What was read as silence because it is damaged. */
  damage(): readonly Stretch[]
  close(): Promise<void>
}

export interface TrackFile extends TrackReader {
  /** What is held in memory because the disk does not take it. */
  readonly waiting: Pick<AppendQueue, 'failure' | 'waitingSinceMs' | 'retry'>
  /** Samples that are on disk, or in the system's hands. */
  written(): number
  append(samples: Float32Array | Int16Array): Promise<void>
  /** Brings the samples onto the disk itself, past the system's cache. */
  sync(): Promise<void>
  /** Resolves, or fails, with the last write. */
  idle(): Promise<void>
}

/** Starts the file of a new track; with `hold` what the disk does not take is held in memory. */
export async function createTrackFile(
  form: Form,
  track: TrackName,
  hold: Hold | null = null,
): Promise<TrackFile> {
  const path = trackPath(form, track)
  const key = soundKey(form)
  const sound = key
    ? await createSealedSound(path, trackKey(track, key))
    : await createPlainSound(path)
  return growingFile(sound, hold)
}

/** Goes on with the file of a track behind its last whole sample. */
export async function extendTrackFile(form: Form, track: TrackName): Promise<TrackFile> {
  await mendTrackFile(form, track)
  const path = trackPath(form, track)
  const key = soundKey(form)
  const sound = key
    ? await extendSealedSound(path, trackKey(track, key))
    : await openPlainSound(path, 'r+')
  return growingFile(sound, null)
}

function growingFile(sound: SoundBytes, hold: Hold | null): TrackFile {
  const queue = appendQueue(sound, sound.length(), { hold, unit: sound.unit })
  const length = (): number => Math.floor(queue.readable() / BYTES_PER_SAMPLE)

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
        await queue.sync(() => sound.sync())
      } catch (cause) {
        throw asWriteFailure(cause)
      }
    },
    length,
    written: () => Math.floor(queue.written() / BYTES_PER_SAMPLE),
    damage: () => sound.damage(),
    async read(from, to) {
      const upTo = Math.max(from, Math.min(to, length()))
      // Looked at in one turn: what leaves memory meanwhile is in the file.
      const split = Math.min(
        upTo,
        Math.max(from, Math.ceil(queue.inMemoryFrom() / BYTES_PER_SAMPLE)),
      )
      const held = queue.read(split * BYTES_PER_SAMPLE, upTo * BYTES_PER_SAMPLE)
      const filed = await readSamples(sound, from, split)
      return held.length === 0 ? filed : joined(filed, held)
    },
    idle: () => queue.idle(),
    close: () => sound.close(),
  }
}

function joined(filed: Int16Array, held: Uint8Array<ArrayBuffer>): Int16Array {
  const rest = new Int16Array(held.buffer)
  const all = new Int16Array(filed.length + rest.length)
  all.set(filed)
  all.set(rest, filed.length)
  return all
}

/** Opens the file of a track to read it; `followed` while it may grow by another process's hand. */
export async function openTrackFile(
  form: Form,
  track: TrackName,
  watched: Watched,
): Promise<TrackReader> {
  const path = trackPath(form, track)
  const key = soundKey(form)
  const sound = await (key
    ? openSealedSound(path, trackKey(track, key), watched)
    : openPlainSound(path, 'r'))
  return {
    length: () => sound.length() / BYTES_PER_SAMPLE,
    read: (from, to) => readSamples(sound, from, to),
    damage: () => sound.damage(),
    close: () => sound.close(),
  }
}

/** Gives back what a kill left of a track. */
export async function mendTrackFile(form: Form, track: TrackName): Promise<void> {
  const path = trackPath(form, track)
  const key = soundKey(form)
  await (key ? mendSealedSound(path, trackKey(track, key)) : mendPlainSound(path))
}

async function readSamples(sound: SoundBytes, from: number, to: number): Promise<Int16Array> {
  const samples = new Int16Array(Math.max(0, to - from))
  const done = await sound.read(new Uint8Array(samples.buffer), from * BYTES_PER_SAMPLE)
  return samples.subarray(0, Math.floor(done / BYTES_PER_SAMPLE))
}
