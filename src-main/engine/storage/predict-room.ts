/** How long a disk lasts, and when a person should know. Pure. */
import { type RoomLevel, usualBytesPerMs } from '#contract/disk-room.ts'

export interface Written {
  /** Of a meeting so far, all that was written for it. */
  readonly bytes: number
  readonly heardMs: number
}

/** What is kept free for the database, which cannot even delete where there is no byte left. */
const reserveBytes = 4 * 1_048_576
/** What the first seconds take says little: files begin, and text comes later. */
const enoughMs = 60_000

/** Milliseconds of sound that still fit. All meetings that are recorded write at the same time. */
export function timeLeft(freeBytes: number, meetings: readonly Written[]): number {
  const perMs = meetings.reduce(
    (sum, { bytes, heardMs }) => sum + (heardMs < enoughMs ? usualBytesPerMs : bytes / heardMs),
    0,
  )
  const room = Math.max(0, freeBytes - reserveBytes)
  return Math.floor(room / (perMs || usualBytesPerMs))
}

const lowMs = 60 * 60_000
const shortMs = 15 * 60_000
const lastMs = 5 * 60_000
/** It has to become better by so much before it is called better: free space goes up and down. */
const clearly = 1.1

/** `usualMeetingMs`: how long meetings last here; 0 where nobody knows. */
export function roomLevel(leftMs: number, usualMeetingMs: number, before: RoomLevel): RoomLevel {
  const levels: readonly RoomLevel[] = ['last', 'short', 'low', 'plenty']
  const highest = [lastMs, shortMs, Math.max(lowMs, usualMeetingMs)]
  const at = (ms: number): number => {
    const index = highest.findIndex((limit) => ms <= limit)
    return index < 0 ? highest.length : index
  }
  const [worse, better, known] = [at(leftMs), at(leftMs / clearly), levels.indexOf(before)]
  return (
    levels[worse < known ? worse : Math.max(known, Math.min(better, levels.length - 1))] ?? 'plenty'
  )
}
