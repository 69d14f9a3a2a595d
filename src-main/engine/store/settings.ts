/** Small values a person has chosen. Any value that survives JSON may be kept. */
export interface Settings {
  /** The value as it was written, or null. The reader of a setting validates it. */
  read(key: string): unknown
  write(key: string, value: unknown): void
}
