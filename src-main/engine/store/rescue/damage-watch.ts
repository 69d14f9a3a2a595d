import type { Damage } from '#contract/backup.ts'

/** What is known to be wrong with the store of this folder, and what is still to be done about it. */
export interface DamageWatch {
  state(): Damage
  /** A page could not be read: all files are looked at when the program starts the next time. */
  suspect(): void
  /** The last repair was seen by a person. */
  dismiss(): void
  /** Whether no other program has this folder open at this moment. */
  isAlone(): boolean
  /** Calls once damage is suspected, until the returned function is called. */
  watch(found: () => void): () => void
  /** Whether another store took the place of the last: recordings may be without their meetings. */
  isRemakeDue(): boolean
  /** So many meetings are here again by their recordings. */
  remade(meetings: number): void
}
