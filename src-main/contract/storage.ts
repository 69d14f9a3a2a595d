import { z } from 'zod'
import { MeetingId } from './ids.ts'
import { Settings } from './settings.ts'

const bytes = z.number().nonnegative()

/** What the data folder holds, and what still fits beside it. */
export const StorageReport = z.strictObject({
  dataFolder: z.string(),
  logFile: z.string(),
  bytes: z.strictObject({ database: bytes, sound: bytes, models: bytes, other: bytes }),
  /** Null where the disk does not tell. */
  freeBytes: bytes.nullable(),
  /** Hours of a meeting with both sides that the free space takes; null where the disk does not tell. */
  hoursThatFit: z.number().nonnegative().nullable(),
  meetings: z.int().nonnegative(),
  meetingsWithSound: z.int().nonnegative(),
  oldestMeetingAt: z.iso.datetime().nullable(),
  /** What `storage.clean` would remove: files of a kill that nobody needs any more. */
  leftovers: z.strictObject({ count: z.int().nonnegative(), bytes }),
})
export type StorageReport = Readonly<z.infer<typeof StorageReport>>

/** What is removed by itself, and when. */
export const RetentionRules = Settings.pick({ keepSoundDays: true, keepMeetingsDays: true })
export type RetentionRules = Readonly<z.infer<typeof RetentionRules>>

const Affected = z.strictObject({
  meetingId: MeetingId,
  title: z.string(),
  startedAt: z.iso.datetime(),
  /** Of its recording. */
  bytes,
})

const Affecteds = z.strictObject({
  count: z.int().nonnegative(),
  bytes,
  /** The oldest of them. */
  first: z.array(Affected),
})

/** What rules would remove at this moment. */
export const RetentionPreview = z.strictObject({
  /** Only their recordings would go; the text stays. */
  sound: Affecteds,
  meetings: Affecteds,
  /** Meetings that no rule touches, because a person said so. */
  exempt: z.array(Affected),
  /** The clock has leapt ahead: nothing is removed until it was seen on some days more. */
  waitsForClock: z.boolean(),
})
export type RetentionPreview = Readonly<z.infer<typeof RetentionPreview>>

/** How many meetings a preview names. */
export const mostNamed = 100
