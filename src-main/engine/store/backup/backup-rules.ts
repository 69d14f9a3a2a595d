/** When a backup is made and which are kept. Pure: nothing is touched. */
import type { Backup } from '#contract/backup.ts'

const dayMs = 24 * 60 * 60 * 1000
const keptDays = 3
const keptWeeks = 3
/** Left free whatever happens: recordings need it more. */
const reserveBytes = 1024 ** 3

interface State {
  readonly backups: readonly Backup[]
  /** When this program made one last, by its clock; 0: not yet. */
  readonly madeMs: number
  /** When anything was written to the database last. */
  readonly changedAtMs: number
  readonly nowMs: number
}

/**
 * At most one a day, and only where something is new. A clock that was set back does not keep it from being made: then the
 * newest is named by a time that is still to come, and tells nothing.
 */
export function isBackupDue({ backups, madeMs, changedAtMs, nowMs }: State): boolean {
  const namedMs = Math.max(0, ...backups.map(madeAtMs))
  const newestMs = namedMs > nowMs ? madeMs : namedMs
  return changedAtMs > newestMs && Math.abs(nowMs - newestMs) >= dayMs
}

/** Those that are kept no longer: all but the last of each of three days, and of each of three weeks before. */
export function backupsToRemove(backups: readonly Backup[]): Backup[] {
  const newestFirst = backups.toSorted((a, b) => madeAtMs(b) - madeAtMs(a))
  const days = lastOfEach(newestFirst, dayMs).slice(0, keptDays)
  const firstDayMs = Math.min(...days.map((backup) => Math.floor(madeAtMs(backup) / dayMs) * dayMs))
  const older = newestFirst.filter((backup) => madeAtMs(backup) < firstDayMs)
  const weeks = lastOfEach(older, 7 * dayMs).slice(0, keptWeeks)
  return newestFirst.filter((backup) => !days.includes(backup) && !weeks.includes(backup))
}

/** Those that hold what was deleted for good since. */
export function outlived(backups: readonly Backup[], purgedAtMs: number): Backup[] {
  return backups.filter((backup) => madeAtMs(backup) <= purgedAtMs)
}

/** Whether there is room for a copy of so much; a disk that does not tell is trusted. */
export function hasRoom(databaseBytes: number, freeBytes: number | null): boolean {
  return freeBytes === null || freeBytes - databaseBytes * 1.2 >= reserveBytes
}

function lastOfEach(newestFirst: readonly Backup[], lengthMs: number): Backup[] {
  const bins = new Map<number, Backup>()
  for (const backup of newestFirst) {
    const bin = Math.floor(madeAtMs(backup) / lengthMs)
    if (!bins.has(bin)) bins.set(bin, backup)
  }
  return [...bins.values()]
}

const madeAtMs = ({ madeAt }: Backup): number => Date.parse(madeAt)
