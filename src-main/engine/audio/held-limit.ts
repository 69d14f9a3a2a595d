import { toSamples } from './frames.ts'
import { BYTES_PER_SAMPLE } from './wav-header.ts'

/**
 * Long enough to see a warning, to find out what fills a disk and to free some of it; two tracks of it are 38 MB, which
 * no computer that recognises speech is short of.
 */
const longestMs = 10 * 60_000
/** What is held for less is not worth the trouble, and no memory is so short. */
const shortestMs = 60_000
/** More of the memory that is free would take it from the models. */
const shareOfMemory = 1 / 8

/** Bytes of sound of so many tracks that may wait in memory for a disk. */
export function mostHeldBytes(tracks: number, freeMemoryBytes: number): number {
  const perMs = (tracks * toSamples(60_000) * BYTES_PER_SAMPLE) / 60_000
  const wanted = Math.min(longestMs * perMs, freeMemoryBytes * shareOfMemory)
  return Math.max(shortestMs * perMs, wanted)
}

/** As long as that: recording goes on without a folder to write to. */
export const longestWithoutFolderMs = longestMs
