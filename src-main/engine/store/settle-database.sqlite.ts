/**
 * Brings the file of a database to the key that its folder has now: from no encryption at all, or from an earlier key.
 *
 * SQLite rewrites every page in one transaction, so a kill leaves a file that is wholly one or the other, and a journal
 * that only the earlier key can play back. Therefore the earlier key is always tried first.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3-multiple-ciphers'
import { requireOurs } from './migrate.sqlite.ts'
import { type Db, unlock } from './open-database.sqlite.ts'
import { errorCode } from './storage-errors.ts'

/** What the keys of a folder know about its database. */
export interface DatabaseKeys {
  readonly key: Uint8Array
  /** How the file may still be kept; null: with the key, or not at all. */
  before(): 'plain' | Uint8Array | null
  /** It is known to be plain, and is about to be changed. */
  converting(): void
  converted(): void
}

/** What can be told of a file by its head: SQLite leaves eight bytes of it as they are, encrypted or not. */
export function databaseKind(path: string): 'plain' | 'encrypted' | 'unknown' | null {
  const head = readHead(path)
  if (head.length === 0) return null
  if (head.length < 100) return 'unknown'
  if (head.toString('latin1', 0, 16) === 'SQLite format 3\0') return 'plain'
  return head.subarray(21, 24).equals(Buffer.from([64, 32, 32])) ? 'encrypted' : 'unknown'
}

/** Answers with the key that opens the file now; null: none, it is still plain, because another program has it open. */
export function settleDatabase(path: string, keys: DatabaseKeys): Uint8Array | null {
  const before = keys.before() ?? (databaseKind(path) === 'plain' ? 'plain' : null)
  if (before === null || !existsSync(path) || statSync(path).size === 0) {
    keys.converted()
    return keys.key
  }
  const old = before === 'plain' ? null : before
  let hasKey = false
  try {
    const given = giveOrFind(path, keys, old)
    hasKey = given === 'given' || given === 'found'
    if (hasKey) keys.converted()
    // Neither way to read it: from before there were keys it is damaged as it was, and repaired as such.
    return hasKey || (given === 'unreadable' && old) ? keys.key : old
  } catch (error) {
    // Kept alone for so long by whoever gives it the new key: nobody knows which one it will have.
    if (isBusy(error)) throw error
    // What stands in the way of it stands in the way of opening too, where it is told; or it is tried again next time.
    // Opened by the key that it had, a database that has the other by now would be taken for a broken one.
    return hasKey ? keys.key : old
  }
}

type Given = 'given' | 'found' | 'left' | 'unreadable'

function giveOrFind(path: string, keys: DatabaseKeys, old: Uint8Array | null): Given {
  const db = openAs(path, old)
  if (db === null) return opensAs(path, keys.key) ? 'found' : 'unreadable'
  try {
    requireOurs(db)
    if (takeAlone(db)) {
      if (old === null) keys.converting()
      giveKey(db, keys.key)
      return 'given'
    }
  } finally {
    db.close()
  }
  // Whoever has it alone may be giving it the new key at this moment; this waits for the end of it.
  return opensAs(path, old) ? 'left' : 'found'
}

function opensAs(path: string, key: Uint8Array | null): boolean {
  const db = openAs(path, key)
  db?.close()
  return db !== null
}

const isBusy = (error: unknown): boolean => errorCode(error)?.startsWith('SQLITE_BUSY') ?? false

/** Changes the key of a database that is open, where no other program has it open; false, and nothing is changed, else. */
export function rekey(db: Db, prepare: () => Uint8Array): boolean {
  if (!takeAlone(db)) {
    share(db)
    return false
  }
  try {
    giveKey(db, prepare())
  } finally {
    share(db)
  }
  return true
}

function openAs(path: string, key: Uint8Array | null): Db | null {
  const db = new Database(path, { timeout: 10_000 })
  try {
    unlock(db, key)
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    if (errorCode(error) === 'SQLITE_NOTADB') return null
    throw error
  }
}

/** In the mode of the write-ahead log pages cannot be rewritten; it is left only where nobody else has the file. */
function takeAlone(db: Db): boolean {
  db.pragma('busy_timeout = 0')
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete'
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

function giveKey(db: Db, key: Uint8Array): void {
  db.pragma('synchronous = FULL')
  db.pragma(`rekey = 'raw:${Buffer.from(key).toString('hex')}'`)
}

function share(db: Db): void {
  db.pragma('locking_mode = NORMAL')
  db.pragma('journal_mode = WAL')
  db.pragma('busy_timeout = 10000')
  // The lock is let go with the next reading.
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
}

function readHead(path: string): Buffer {
  const head = Buffer.alloc(100)
  try {
    const file = openSync(path, 'r')
    try {
      return head.subarray(0, readSync(file, head, 0, head.length, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return head.subarray(0, 0)
  }
}
