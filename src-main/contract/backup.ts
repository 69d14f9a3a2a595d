import { z } from 'zod'

const count = z.int().nonnegative()

/** A copy of everything that is kept besides sound, as it was at one time. */
export const Backup = z.strictObject({
  id: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z$/),
  madeAt: z.iso.datetime(),
  bytes: count,
})
export type Backup = Readonly<z.infer<typeof Backup>>

export const Backups = z.strictObject({
  folder: z.string(),
  /** The newest first. */
  backups: z.array(Backup),
  /** The one that takes the place of what is there when RTSTT starts the next time; null: none. */
  restoring: Backup.shape.id.nullable(),
  /** Why no backup could be made the last time, and what to do; null where nothing is wrong. */
  problem: z.string().nullable(),
})
export type Backups = Readonly<z.infer<typeof Backups>>

/** What was wrong with the files of the database. */
export const DamageKind = z.enum(['missing', 'not_a_database', 'damaged'])
export type DamageKind = z.infer<typeof DamageKind>

/** What a repair came to, without a word of what was said. */
export const Repair = z.strictObject({
  at: z.iso.datetime(),
  kind: DamageKind,
  /** Where the files lie as they were found. */
  folder: z.string(),
  /** How many entries of each kind were read from the damaged files, put together again, or taken from a backup. */
  counts: z.array(
    z.strictObject({
      table: z.string(),
      kept: count,
      rebuilt: count,
      fromBackup: count,
      lost: count,
    }),
  ),
  /** When the backup was made from which something was taken; null: none was needed, or none is there. */
  backupOf: z.iso.datetime().nullable(),
  /** Meetings that are here again by their recordings; their text is made when they are finished. */
  fromRecordings: count,
  /** Whether all of a kind that cannot be counted may be missing: nothing tells how much there was. */
  uncounted: z.boolean(),
})
export type Repair = Readonly<z.infer<typeof Repair>>

/** What is known to be wrong with the database, and what was done about it. */
export const Damage = z.strictObject({
  /** Damage was met while the program runs; it is repaired when RTSTT starts the next time. */
  suspected: z.boolean(),
  /** The last repair, until a person has seen it. */
  repair: Repair.nullable(),
})
export type Damage = Readonly<z.infer<typeof Damage>>

export const backupCommands = {
  'backup.list': { input: z.strictObject({}), output: Backups },
  /** Makes one now, whatever is going on; answers when it is whole and checked. */
  'backup.make': { input: z.strictObject({}), output: Backup },
  /**
   * Lets a backup take the place of what is there, the next time RTSTT starts; null: none does after all. What is there
   * then is kept as the newest backup.
   */
  'backup.restore': {
    input: z.strictObject({ backupId: Backup.shape.id.nullable() }),
    output: Backups,
  },
  'damage.read': { input: z.strictObject({}), output: Damage },
  /** A person has seen what the last repair came to. */
  'damage.dismiss': { input: z.strictObject({}), output: z.null() },
} as const
