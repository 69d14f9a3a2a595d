import { z } from 'zod'

/**
 * `plenty`: nobody needs to think of it. `low`: less than an hour, or than a usual meeting. `short`: a quarter of an
 * hour at most. `last`: five minutes at most.
 */
export const RoomLevel = z.enum(['plenty', 'low', 'short', 'last'])
export type RoomLevel = z.infer<typeof RoomLevel>

/** How long what is recorded now still fits on the disk. */
export const DiskRoom = z.strictObject({
  freeBytes: z.number().nonnegative(),
  /** Milliseconds, by what has been written for each second of sound. */
  leftMs: z.int().nonnegative(),
  level: RoomLevel,
})
export type DiskRoom = Readonly<z.infer<typeof DiskRoom>>

/** What a millisecond of a meeting with both sides takes as a rule: two tracks of 16 bits at 16 kHz, and its text. */
export const usualBytesPerMs = 65

/** More than this nobody has to know while a meeting goes on. */
export const noticeableRoomMs = 24 * 3_600_000

/** The time that is left, in few words: `2 h`, `47 min`. Never more than there is. */
export function roomInWords(leftMs: number): string {
  const minutes = Math.floor(leftMs / 60_000)
  if (minutes < 1) return 'less than a minute'
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`
}
