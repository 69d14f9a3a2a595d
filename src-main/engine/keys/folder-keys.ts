import { hkdfSync, randomBytes } from 'node:crypto'
import { KEY_BYTES, seal, unseal } from './seal.ts'

/** The keys of a data folder, once it is open. Whoever has them can read everything in it. */
export interface FolderKeys {
  /** 32 bytes with which the database is encrypted. */
  readonly database: Uint8Array
  /** Locks the key of one recording, so that it can lie beside what it opens; `place` names the recording. */
  wrap(key: Uint8Array, place: string): Uint8Array
  /** Null for what was not locked by this folder's keys, or not for this place. */
  unwrap(wrapped: Uint8Array, place: string): Buffer | null
}

interface Masters {
  readonly master: Uint8Array
  /** What was the master key before, while recordings are still locked by it. */
  readonly earlier: readonly Uint8Array[]
  readonly database: Uint8Array
}

/** Locks by the master key, and opens by those before it too. */
export function keysOf({ master, earlier, database }: Masters): FolderKeys {
  return {
    database,
    wrap: (key, place) => seal(derived(master, place), key, place),
    unwrap(wrapped, place) {
      for (const one of [master, ...earlier]) {
        const key = unseal(derived(one, place), wrapped, place)
        if (key) return key
      }
      return null
    },
  }
}

/** Keys that are nowhere but here: what they lock can be read by nobody once this program has ended. */
export function passingKeys(): FolderKeys {
  return keysOf({ master: newKey(), earlier: [], database: newKey() })
}

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** A key for each place, so that none of them ever seals more than a few things. */
function derived(master: Uint8Array, place: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `rtstt wraps ${place}`, KEY_BYTES))
}
