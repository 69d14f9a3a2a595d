/** The state of a file at a moment when its hash was right. */
export interface Seen {
  readonly bytes: number
  readonly mtimeMs: number
}
