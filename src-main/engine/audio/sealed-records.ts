/**
 * A sealed track on disk: one record for each 0.2 s, and behind them one that is not full yet. A record is what
 * `seal` makes of its samples; which track it belongs to, where, and how long it is are sealed with it, so none can be
 * moved, cut or taken from another recording unseen. How many samples there are follows from the size of the file.
 */
import { createSecretKey, type KeyObject } from 'node:crypto'
import type { TrackName } from '#contract/transcript.ts'
import { SEAL_BYTES, seal, unseal } from '../keys/seal.ts'
import { BYTES_PER_SAMPLE } from './wav-header.ts'

/** Bytes of samples in a full record: 0.2 s. */
export const RECORD_BYTES = 3200 * BYTES_PER_SAMPLE
/** What it takes on disk. */
export const SEALED_BYTES = RECORD_BYTES + SEAL_BYTES

/** Of one track of one recording. */
export interface TrackKey {
  readonly track: TrackName
  readonly key: KeyObject
}

export function trackKey(track: TrackName, key: Uint8Array): TrackKey {
  return { track, key: createSecretKey(key) }
}

export function sealRecord({ key, track }: TrackKey, number: number, plain: Uint8Array): Buffer {
  return seal(key, plain, placeOf(track, number, plain.length))
}

/** Null for what is damaged, half written, or was sealed for another place. */
export function openRecord(
  { key, track }: TrackKey,
  number: number,
  sealed: Uint8Array,
): Buffer | null {
  return unseal(key, sealed, placeOf(track, number, sealed.length - SEAL_BYTES))
}

function placeOf(track: TrackName, number: number, bytes: number): string {
  return `${track} ${number} ${bytes}`
}

/** How many bytes of whole samples a file of this size holds. */
export function soundBytesIn(fileBytes: number): number {
  const whole = Math.floor(fileBytes / SEALED_BYTES)
  const rest = Math.max(0, fileBytes - whole * SEALED_BYTES - SEAL_BYTES)
  return whole * RECORD_BYTES + rest - (rest % BYTES_PER_SAMPLE)
}

/** The number of the record that a file of this size ends with. */
export function lastRecordOf(fileBytes: number): number {
  return Math.max(0, Math.ceil(fileBytes / SEALED_BYTES) - 1)
}
