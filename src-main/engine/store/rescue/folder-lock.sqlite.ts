import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { errorCode } from '../storage-errors.ts'

/**
 * Says that this program has the data folder open, for as long as it runs or until it is disposed; the operating system
 * frees it with its program. Whoever replaces the files of the store must have the folder alone.
 */
export interface FolderLock extends Disposable {
  /** Beside other programs; waits a while for one that has the folder alone. False: it keeps it. */
  share(waitMs?: number): boolean
  /** Alone, where no other program has the folder open; false leaves it shared as it was. */
  alone(): boolean
  /** The same, without keeping it. */
  isAlone(): boolean
}

/** How long a program waits for one that repairs the folder, in milliseconds. */
const patienceMs = 10_000

/** Keeps held locks from being collected as garbage, which would close and free them. */
const held = new Set<Database.Database>()

/** Null where no lock can be made, in a read-only folder: nothing can be replaced there either. */
export function openFolderLock(path: string): FolderLock | null {
  const db = openLock(path)
  if (!db) return null
  held.add(db)
  const release = (): void => {
    if (db.inTransaction) db.exec('ROLLBACK')
  }
  /** A transaction that has read holds a shared lock of the whole file. */
  function share(waitMs = patienceMs): boolean {
    release()
    db?.pragma(`busy_timeout = ${waitMs}`)
    return attempt(() => db?.exec('BEGIN; SELECT count(*) FROM sqlite_schema'))
  }
  function alone(): boolean {
    release()
    db?.pragma('busy_timeout = 0')
    if (attempt(() => db?.exec('BEGIN EXCLUSIVE'))) return true
    share()
    return false
  }
  function attempt(work: () => unknown): boolean {
    try {
      work()
      return true
    } catch (error) {
      if (!/^SQLITE_(BUSY|READONLY)/.test(errorCode(error) ?? '')) throw error
      release()
      return false
    }
  }
  return {
    share,
    alone,
    isAlone: () => alone() && share(),
    [Symbol.dispose]() {
      held.delete(db)
      db.close()
    },
  }
}

function openLock(path: string): Database.Database | null {
  try {
    accessSync(dirname(path), constants.W_OK)
    // Made once and never opened by other means: closing it would free what this program holds of it.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    return new Database(path, { timeout: 0 })
  } catch {
    return null
  }
}
