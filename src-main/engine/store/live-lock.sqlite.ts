import { closeSync, existsSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3-multiple-ciphers'
import { AppError } from '#contract/errors.ts'
import type { ClaimLiveLock } from './live-lock.ts'
import { errorCode, inWords } from './storage-errors.ts'

/** Keeps held locks from being collected as garbage, which would close and free them. */
const held = new Set<Database.Database>()

/** An empty SQLite file locked whole: a lock of the operating system on Windows and elsewhere, without an addon of our own. */
export const claimLiveLock: ClaimLiveLock = (path) =>
  inWords(() => {
    const db = openLockFile(path)
    try {
      db.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      db.close()
      if (errorCode(error)?.startsWith('SQLITE_BUSY')) return null
      throw error
    }
    held.add(db)
    return {
      [Symbol.dispose]() {
        held.delete(db)
        db.close()
      },
    }
  })

/** The lock lies in the folder of the recording, which a person may have deleted. */
function openLockFile(path: string): Database.Database {
  try {
    // SQLite would make it as open as the system allows.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
    return new Database(path, { timeout: 0 })
  } catch (error) {
    if (existsSync(dirname(path))) throw error
    throw new AppError('not_found', 'The recording of this meeting is gone.', { cause: error })
  }
}
