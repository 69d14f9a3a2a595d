import type { WireError } from '#contract/errors.ts'
import type { ImportId, MeetingId } from '#contract/ids.ts'
import type { ImportState } from '#contract/import.ts'

export interface NewImport {
  readonly id: ImportId
  readonly path: string
  readonly fileName: string
  readonly sizeBytes: number
}

export interface StoredImport extends NewImport {
  readonly state: ImportState
  readonly meetingId: MeetingId | null
  readonly failure: WireError | null
}

/** The queue of files that are to become meetings. Several programs may work on it: `begin` says whose turn it is. */
export interface Imports {
  add(imports: readonly NewImport[]): void
  /** In the order in which they were added. */
  list(): StoredImport[]
  read(id: ImportId): StoredImport | null
  next(): StoredImport | null
  /**
   * From now on this meeting is what becomes of it; false: it waits no longer, because another program has taken it or
   * somebody does not want it.
   */
  begin(id: ImportId, meetingId: MeetingId): boolean
  /** Back to where it stood in the queue. */
  putBack(id: ImportId): void
  end(id: ImportId, how: Pick<StoredImport, 'state' | 'meetingId' | 'failure'>): void
  /** Forgets those that are over; answers with them. */
  clear(): StoredImport[]
}
