import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
    if (path !== ':memory:') makePrivate(path)
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
      return ready(new Database(fileImage(path, key), { readonly: true }), requireReadable)
    }
  })
}

/** Opens a file that is there as it is, to copy or examine it; nothing of it is changed. */
export function openForCopying(path: string, key: Uint8Array | null): Db {
  return ready(new Database(path, { readonly: true, timeout: patienceMs }), (db) => unlock(db, key))
}

/** The same for a file that may be cut off, or whose schema may not be read in full: what is there of it is read. */
export function openForRescue(path: string, key: Uint8Array | null): Db {
  return ready(new Database(path, { readonly: true, timeout: patienceMs }), (db) => {
    unlock(db, key)
    // Only then SQLite reads a file that is shorter than its head says.
    db.unsafeMode(true)
    db.pragma('writable_schema = ON')
  })
}

/**
 * Lets SQLite undo what a kill cut short while there was no write-ahead log: in a new folder, and while pages get another
 * key. Only who may write can play such a journal back; to anybody else the file looks unreadable.
 */
export function playBackJournal(path: string, key: Uint8Array | null): void {
  if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return
  if (!existsSync(path)) return
  const db = ready(new Database(path, { timeout: patienceMs }), (opened) => unlock(opened, key))
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
  } finally {
    db.close()
  }
}

/** Gives the key before anything is read. Nothing that SQLite puts aside while it sorts may reach a disk in the clear. */
export function unlock(db: Db, key: Uint8Array | null): void {
  if (key) db.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
  db.pragma('temp_store = MEMORY')
}

/** For its owner alone: SQLite gives its log files the mode of the database. On Windows the folder's rights do that. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) closeSync(openSync(path, 'a', 0o600))
  else if (found.isFile() && found.uid === process.getuid?.() && (found.mode & 0o077) !== 0)
    chmodSync(path, found.mode & 0o700)
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

/**
 * The file as SQLite can hold it in memory, where nothing is encrypted and there is no write-ahead log. What is encrypted
 * is read from a copy that is, because only a file can be given a key.
 */
function fileImage(path: string, key: Uint8Array | null): Buffer {
  // The header must not ask for a log.
  if (!key) return readFileSync(path).fill(1, 18, 20)
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-read-'))
  try {
    const copy = join(folder, 'copy.sqlite')
    copyFileSync(path, copy)
    chmodSync(copy, 0o600)
    const db = new Database(copy)
    try {
      unlock(db, key)
      db.pragma('journal_mode = DELETE')
      return db.serialize()
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
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
