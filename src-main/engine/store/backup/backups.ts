import type { Backup } from '#contract/backup.ts'

/** Copies of the store, and the wish to go back to one. */
export interface BackupFolder {
  readonly folder: string
  /** The newest first. */
  list(): Backup[]
  /** Copies the store as it is at this moment, in a thread of its own; nobody who writes is kept waiting. */
  make(nowMs: number): Promise<Backup>
  remove(backup: Backup): void
  /** When anything was written to the store last. */
  changedAtMs(): number
  databaseBytes(): number
  freeBytes(): number | null
  /** The backup that takes the place of the store at the next start. */
  restoring(): string | null
  restore(id: string | null): void
  /** Reads every page of it. */
  isWhole(id: string): boolean
  /** Whether the key that the store has now opens it. */
  opens(id: string): boolean
}
