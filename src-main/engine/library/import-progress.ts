/** How far the reading of a file has come, for people. */
import type { Import } from '#contract/import.ts'

export interface Progress {
  readonly readMs: number
  readonly totalMs: number | null
  /** How long it has been read, in milliseconds of the clock. */
  readonly spentMs: number
}

type Kept = Omit<Import, 'readMs' | 'totalMs' | 'leftMs'>

const notBegun: Progress = { readMs: 0, totalMs: null, spentMs: 0 }

/** An import as faces see it. */
export function toImport(stored: Kept, progress: Progress = notBegun): Import {
  const { id, fileName, sizeBytes, state, meetingId, failure } = stored
  const shown = { id, fileName, sizeBytes, state, meetingId, failure }
  const { readMs, totalMs } = progress
  return { ...shown, readMs, totalMs, leftMs: leftMs(progress) }
}

/** By the pace so far; the first moments tell nothing. */
export function leftMs({ readMs, totalMs, spentMs }: Progress): number | null {
  if (totalMs === null || readMs <= 0 || spentMs < 1_000) return null
  return Math.round((spentMs * Math.max(0, totalMs - readMs)) / readMs)
}
