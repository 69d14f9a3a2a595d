/**
 * How surely a commit reaches the disk. Usually it is there before it is reported. While the disk takes longer for that than the
 * engine can stand still, a commit is handed to the system only: it survives the death of the program, and a power cut
 * may take the last ones back as a whole, text together with the position of its reader, so that it is read again.
 */
import type { Db } from './open-database.sqlite.ts'

/** A commit that waits longer for the disk keeps sound and screen waiting. */
const longCommitMs = 500
/** After so long it is tried whether the disk is quick again; twice as long after each time that it was not. */
const firstRestMs = 60_000
const longestRestMs = 10 * 60_000

export function commitPace(db: Db, steadyMs: () => number = () => performance.now()) {
  let hastyUntilMs: number | null = null
  let restMs = firstRestMs

  function begin(): void {
    if (hastyUntilMs === null || steadyMs() < hastyUntilMs) return
    hastyUntilMs = null
    db.pragma('synchronous = FULL')
    db.pragma('wal_autocheckpoint = 1000')
  }

  function hurry(): void {
    hastyUntilMs = steadyMs() + restMs
    restMs = Math.min(2 * restMs, longestRestMs)
    db.pragma('synchronous = NORMAL')
    // Bringing the log into the file waits for the disk as well; it is made up for when the disk is quick again.
    db.pragma('wal_autocheckpoint = 0')
  }

  /** Does the work, which commits at its end, and remembers how long that took. */
  return function timed<T>(work: () => T): T {
    if (db.inTransaction || db.readonly) return work()
    begin()
    const beganMs = steadyMs()
    try {
      return work()
    } finally {
      const isLong = steadyMs() - beganMs > longCommitMs
      if (hastyUntilMs === null && isLong) hurry()
      else if (hastyUntilMs === null) restMs = firstRestMs
    }
  }
}
