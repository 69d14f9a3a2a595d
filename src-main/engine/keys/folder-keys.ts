/** The keys of a data folder, once it is open. Whoever has them can read everything in it. */
export interface FolderKeys {
  /** 32 bytes with which the database is encrypted. */
  readonly database: Uint8Array
  /** Locks the key of one recording, so that it can lie beside what it opens; `place` names the recording. */
  wrap(key: Uint8Array, place: string): Uint8Array
  /** Null for what was not locked by this folder's keys, or not for this place. */
  unwrap(wrapped: Uint8Array, place: string): Buffer | null
}
