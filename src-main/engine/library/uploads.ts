/** Files that were sent to this program: its own until they have become meetings. */
export interface Uploads {
  /** Keeps what arrives in a file of its own; where it breaks off, nothing of it is left. */
  receive(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<string>
  /** Whether this file was sent here, so that it may be removed. */
  holds(path: string): boolean
  remove(path: string): Promise<void>
  /** Removes what a kill left: files that nobody waits for and nobody writes any more. */
  clear(wanted: ReadonlySet<string>): Promise<void>
}

/** The largest file that is taken in: more than a day of uncompressed sound. */
export const largestUploadBytes = 16 * 1024 ** 3
