import type Database from 'better-sqlite3-multiple-ciphers'
import { AppError } from '#contract/errors.ts'
import { migrations } from './migrations.ts'

type Db = Database.Database

/** Written into the file's header, so that another program's database is never taken for ours: 'RTST'. */
export const applicationId = 0x52545354

/**
 * Brings the schema up to the newest version, one transaction for each step. The version is read
 * again inside of it, because another program may have done the step meanwhile.
 */
export function migrate(db: Db, steps: readonly string[] = migrations): void {
  const step = db.transaction((): void => {
    const version = schemaVersion(db)
    const sql = steps[version]
    if (sql === undefined) return
    db.exec(sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${version + 1}`)
  })
  while (schemaVersion(db) < steps.length) step.immediate()
}

/** Refuses what this program must not touch: another program's database, or a newer schema. */
export function requireOurs(db: Db, known: number = migrations.length): void {
  // One transaction: another program may be making the schema at this moment.
  const [version, application, tables] = db.transaction(() => [
    schemaVersion(db),
    readNumber(db, 'application_id'),
    db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get(),
  ])()
  const fresh = version === 0 && application === 0 && tables === 0
  if (!fresh && application !== applicationId) {
    throw new AppError(
      'data_broken',
      'The database in the data folder belongs to another program. Choose another data folder.',
    )
  }
  if (version !== undefined && version > known) {
    throw new AppError(
      'data_newer',
      'The data folder was written by a newer version of this program. Update the program, or choose another data folder.',
    )
  }
}

/** Refuses a schema that this program would first have to bring up to date. */
export function requireNewestSchema(db: Db): void {
  if (schemaVersion(db) === migrations.length) return
  throw new AppError(
    'data_read_only',
    'The database is from an older version of this program and cannot be brought up to date in a read-only folder. Allow writing there once.',
  )
}

export function schemaVersion(db: Db): number {
  return readNumber(db, 'user_version')
}

function readNumber(db: Db, name: 'user_version' | 'application_id'): number {
  const value = db.pragma(name, { simple: true })
  if (typeof value !== 'number') throw new Error(`${name} is not a number`)
  return value
}
