import type { AppendableFile } from './append-queue.ts'

/** A stretch of a track, in samples. */
export interface Stretch {
  readonly from: number
  readonly length: number
}

/**
 * The samples of a track as bytes, whatever they look like on disk. Positions count bytes of samples, from 0; one behind
 * the last byte is where more is appended.
 */
export interface SoundBytes extends AppendableFile {
  /** Whoever writes again does so from a multiple of so many bytes, or from where appending began. */
  readonly unit: number
  /** Up to where bytes can be read now. */
  length(): number
  /** Fills `into` with what lies from a position on; resolves with how many bytes there were. */
  read(into: Uint8Array, from: number): Promise<number>
  /** What could not be read although it is there, so far as anybody tried: it was given out as silence. */
  damage(): readonly Stretch[]
  /** Lets the disk itself take what was written. */
  sync(): Promise<void>
  close(): Promise<void>
}
