/** Finds out whether the files of a store are whole. Changes nothing. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { DamageKind } from '#contract/backup.ts'
import { listBackups } from '../backup/backup-files.node.ts'
import { applicationId, schemaVersion } from '../migrate.sqlite.ts'
import { migrations } from '../migrations.ts'
import { type Db, openForCopying } from '../open-database.sqlite.ts'
import { errorCode } from '../storage-errors.ts'

export interface StoreHere {
  readonly data: string
  readonly database: string
  readonly key: Uint8Array | null
}

/** Up to here every start reads all of a store: a few hundredths of a second. */
const quickBytes = 16 * 1024 ** 2

/** Null: nothing is wrong that can be seen. `thorough` reads every page, however many there are. */
export function examine({ data, database, key }: StoreHere, thorough: boolean): DamageKind | null {
  const bytes = statSync(database, { throwIfNoEntry: false })?.size ?? 0
  if (bytes === 0) return hadStore(data, database) ? 'missing' : null
  const hasLog = (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const damage = damageOf(database, key, thorough || bytes <= quickBytes)
  if (damage !== null || !(thorough || (hasLog && bytes <= quickBytes))) return damage
  return isConsistent(database, key) ? null : 'damaged'
}

/**
 * Whether indexes and references fit, too. A log that was cut off after a part of it had reached the file leaves sound pages
 * of different moments.
 */
function isConsistent(database: string, key: Uint8Array | null): boolean {
  const db = openForCopying(database, key)
  try {
    if (!isOurs(db)) return true
    const strays = db.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get()
    return isWhole(db, 'integrity_check') && strays === undefined
  } catch (error) {
    if (!isDamage(error)) throw error
    return false
  } finally {
    db.close()
  }
}

export function damageOf(
  database: string,
  key: Uint8Array | null,
  thorough: boolean,
): DamageKind | null {
  let schemaIsRead = false
  try {
    const db = openForCopying(database, key)
    try {
      const tables = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
      schemaIsRead = true
      // Another program's, or a newer one's: whoever opens it says so, and nothing is touched.
      if (tables !== 0 && !isOurs(db)) return null
      return thorough && !isWhole(db, 'quick_check') ? 'damaged' : null
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return schemaIsRead ? 'damaged' : 'not_a_database'
  }
}

function isOurs(db: Db): boolean {
  return (
    db.pragma('application_id', { simple: true }) === applicationId &&
    schemaVersion(db) <= migrations.length
  )
}

function isWhole(db: Db, check: 'quick_check' | 'integrity_check'): boolean {
  return db.pragma(`${check}(1)`, { simple: true }) === 'ok'
}

/**
 * Whether SQLite says that what it read is no sound database. A log that does not belong to it is one that would have to be
 * written anew, which who only looks must not do.
 */
export function isDamage(error: unknown): boolean {
  const code = errorCode(error) ?? ''
  return /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|IOERR_DATA|IOERR_CORRUPTFS|READONLY|ERROR$)/.test(
    code,
  )
}

/** An empty or missing file is that of a new store only where nothing tells of an old one. */
function hadStore(data: string, database: string): boolean {
  const recordings = join(data, 'recordings')
  return (
    listBackups(data).length > 0 ||
    (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0 ||
    (existsSync(recordings) && readdirSync(recordings).length > 0)
  )
}
