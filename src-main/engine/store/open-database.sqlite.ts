import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { AppError } from '#contract/errors.ts'
import { migrate, requireNewestSchema, requireOurs } from './migrate.sqlite.ts'
import { errorCode, inWords } from './storage-errors.ts'

export type Db = Database.Database

/** How long a program waits for another one that is writing. */
const patienceMs = 10_000

/**
 * Opens the file (or ':memory:') for writing, brought up to the newest schema.
 * The folder is made when it is missing. With a key of 32 bytes every page of the file, and of its log, is encrypted.
 */
export function openForWriting(path: string, key: Uint8Array | null = null): Db {
  return inWords(() => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    return ready(new Database(path, { timeout: patienceMs }), (db) => {
      unlock(db, key)
      requireOurs(db)
      useWriteAheadLog(db)
      // FULL: a commit has reached the disk before it is reported, so even a power cut takes nothing back.
      db.pragma('synchronous = FULL')
      db.pragma('foreign_keys = ON')
      // What a person deletes is overwritten, not only left out.
      db.pragma('secure_delete = ON')
      migrate(db)
      // A file that may only be read opens without a complaint: find out now, not when speech is lost.
      db.exec('UPDATE setting SET value = value WHERE FALSE')
    })
  })
}

/**
 * Opens the file for reading where writing is impossible: a read-only folder, a full disk.
 * The file must have the newest schema, because it cannot be changed here.
 */
export function openForReading(path: string, key: Uint8Array | null = null): Db {
  return inWords(() => {
    if (!existsSync(path)) {
      throw new AppError(
        'data_read_only',
        'There is no database in the data folder yet and none can be made there. Allow writing there, or choose another data folder.',
      )
    }
    try {
      return ready(new Database(path, { readonly: true, timeout: patienceMs }), (db) => {
        unlock(db, key)
        requireReadable(db)
      })
    } catch (error) {
      // SQLite wants to make its log files beside a database, even to read it. Where it may not, a file
      // without a log is complete and can be read as a whole.
      if (!cannotMakeLog(error) || hasLog(path)) throw error
      return ready(new Database(fileImage(path), { readonly: true }), requireReadable)
    }
  })
}

/** Opens a file that is there as it is, to copy or examine it; nothing of it is changed. */
export function openForCopying(path: string, key: Uint8Array | null): Db {
  return ready(new Database(path, { readonly: true, timeout: patienceMs }), (db) => unlock(db, key))
}

/** Gives the key before anything is read. Nothing that SQLite puts aside while it sorts may reach a disk in the clear. */
function unlock(db: Db, key: Uint8Array | null): void {
  if (key) db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
  db.pragma('temp_store = MEMORY')
}

/** A database that could not be made ready is closed, or its file could not be moved away on Windows. */
function ready(db: Db, prepare: (db: Db) => void): Db {
  try {
    prepare(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Changing into this mode needs the file for a moment alone, and SQLite does not wait for that: two
 * programs that open a new folder at the same time would fail without the patience here.
 */
function useWriteAheadLog(db: Db): void {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    try {
      db.pragma('journal_mode = WAL')
      return
    } catch (error) {
      const busy = errorCode(error)?.startsWith('SQLITE_BUSY') ?? false
      if (!busy || performance.now() > giveUpAt) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/** The file as SQLite can hold it in memory: there is no write-ahead log there, so the header must not ask for one. */
function fileImage(path: string): Buffer {
  const image = readFileSync(path)
  return image.fill(1, 18, 20)
}

/** An empty log is what a program leaves that could not write it. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function requireReadable(db: Db): void {
  requireOurs(db)
  requireNewestSchema(db)
}

function cannotMakeLog(error: unknown): boolean {
  const code = errorCode(error) ?? ''
  return /^SQLITE_(CANTOPEN|READONLY|FULL|IOERR)/.test(code)
}
