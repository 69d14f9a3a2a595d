/** One track on disk: it grows, and can be read while it does. */
import type { TrackName } from '#contract/transcript.ts'
import { appendQueue } from './append-queue.ts'
import { asWriteFailure } from './file-failure.ts'
import { toInt16 } from './frames.ts'
import { createPlainSound, mendPlainSound, openPlainSound } from './plain-sound.node.ts'
import { type Form, soundKey, trackPath } from './recording-form.node.ts'
import type { Watched } from './sealed-reads.node.ts'
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
  append(samples: Float32Array | Int16Array): Promise<void>
  /** Brings the samples onto the disk itself, past the system's cache. */
  sync(): Promise<void>
  /** Resolves, or fails, with the last write. */
  idle(): Promise<void>
}

/** Starts the file of a new track. */
export async function createTrackFile(form: Form, track: TrackName): Promise<TrackFile> {
  const path = trackPath(form, track)
  const key = soundKey(form)
  return growingFile(
    key ? await createSealedSound(path, { key, track }) : await createPlainSound(path),
  )
}

/** Goes on with the file of a track behind its last whole sample. */
export async function extendTrackFile(form: Form, track: TrackName): Promise<TrackFile> {
  await mendTrackFile(form, track)
  const path = trackPath(form, track)
  const key = soundKey(form)
  return growingFile(
    key ? await extendSealedSound(path, { key, track }) : await openPlainSound(path, 'r+'),
  )
}

function growingFile(sound: SoundBytes): TrackFile {
  const queue = appendQueue(sound, sound.length())
  const length = (): number => Math.floor(queue.written() / BYTES_PER_SAMPLE)
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
        await queue.besides(() => sound.sync())
      } catch (cause) {
        // The system may have dropped what it had accepted: nothing more can be promised for this track.
        lost = { cause: asWriteFailure(cause) }
        throw lost.cause
      }
    },
    length,
    read: (from, to) => readSamples(sound, from, Math.min(to, length())),
    damage: () => sound.damage(),
    idle: () => queue.idle(),
    close: () => sound.close(),
  }
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
    ? openSealedSound(path, { key, track }, watched)
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
  await (key ? mendSealedSound(path, { key, track }) : mendPlainSound(path))
}

async function readSamples(sound: SoundBytes, from: number, to: number): Promise<Int16Array> {
  const samples = new Int16Array(Math.max(0, to - from))
  const done = await sound.read(new Uint8Array(samples.buffer), from * BYTES_PER_SAMPLE)
  return samples.subarray(0, Math.floor(done / BYTES_PER_SAMPLE))
}
