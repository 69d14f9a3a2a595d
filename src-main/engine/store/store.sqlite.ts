import { AppError } from '#contract/errors.ts'
import { sqliteImports } from './imports.sqlite.ts'
import { commitPace } from './commit-pace.sqlite.ts'
import { sqliteEdits } from './edits.sqlite.ts'
import { sqliteInsights } from './insights.sqlite.ts'
import { sqliteJoinings } from './joinings.sqlite.ts'
import { sqliteMeetings } from './meetings.sqlite.ts'
import { schemaVersion } from './migrate.sqlite.ts'
import { sqliteNotes } from './notes.sqlite.ts'
import { type Db, openForReading, openForWriting } from './open-database.sqlite.ts'
import { sqlitePassages } from './passages.sqlite.ts'
import { sqlitePerformance } from './performance.sqlite.ts'
import { sqliteReaderPositions } from './reader-positions.sqlite.ts'
import { sqliteRefinings } from './refinings.sqlite.ts'
import { sqliteRefusals } from './refusals.sqlite.ts'
import { sqliteRetention } from './retention.sqlite.ts'
import { sqliteRevisions } from './revisions.sqlite.ts'
import { narrowing } from './search-filters.sqlite.ts'
import { sqliteSearch } from './search.sqlite.ts'
import { sqliteSegments } from './segments.sqlite.ts'
import { sqliteSettings } from './settings.sqlite.ts'
import { rekey } from './settle-database.sqlite.ts'
import { sqliteShelves } from './shelves.sqlite.ts'
import { inWords, speaking } from './storage-errors.ts'
import type { Store } from './store.ts'
import { sqliteSummaries } from './summaries.sqlite.ts'
import { sqliteSummaryNotes } from './summary-notes.sqlite.ts'
import { sqliteTrash } from './trash.sqlite.ts'

export interface StoreOptions {
  /** `read` is content with a store that cannot be changed; `write`, the default, refuses it. */
  readonly mode?: 'write' | 'read'
  /** 32 bytes with which the file is encrypted; null, the default, where it is not. */
  readonly key?: Uint8Array | null
  /** Called whenever a page cannot be read. */
  readonly damaged?: () => void
}

/** Opens the store in this file, or in memory for ':memory:'. */
export function openStore(
  path: string,
  { mode = 'write', key = null, damaged = () => {} }: StoreOptions = {},
): Store {
  const db = mode === 'write' ? openForWriting(path, key) : openAsPossible(path, key)
  const speak = <R extends object>(repository: R): R => speaking(repository, damaged)
  const paced = commitPace(db)
  const revisions = sqliteRevisions(db)
  const narrow = narrowing(db)
  const segments = sqliteSegments(db, revisions)
  return {
    meetings: speak(sqliteMeetings(db, segments, revisions)),
    shelves: speak(sqliteShelves(db)),
    trash: speak(sqliteTrash(db)),
    imports: speak(sqliteImports(db)),
    joinings: speak(sqliteJoinings(db)),
    segments: speak(segments),
    search: speak(sqliteSearch(db, narrow)),
    passages: speak(sqlitePassages(db, narrow)),
    positions: speak(sqliteReaderPositions(db)),
    settings: speak(sqliteSettings(db)),
    revisions: speak(revisions),
    edits: speak(sqliteEdits(db)),
    refusals: speak(sqliteRefusals(db, segments)),
    refinings: speak(sqliteRefinings(db)),
    summaries: speak(sqliteSummaries(db)),
    summaryNotes: speak(sqliteSummaryNotes(db)),
    insights: speak(sqliteInsights(db)),
    performance: speak(sqlitePerformance(db)),
    notes: speak(sqliteNotes(db)),
    retention: speak(sqliteRetention(db)),
    readOnly: db.readonly,
    version: { sqlite: sqliteVersion(db), schema: schemaVersion(db) },
    transaction: (work) => inWords(() => paced(() => db.transaction(work).immediate()), damaged),
    rekey: (prepare) => inWords(() => rekey(db, prepare), damaged),
    [Symbol.dispose]: () => void db.close(),
  }
}

/** A reader opens like a writer where it can, because only a writer can make or update the schema. */
function openAsPossible(path: string, key: Uint8Array | null): Db {
  try {
    return openForWriting(path, key)
  } catch (error) {
    const unwritable =
      error instanceof AppError && (error.code === 'data_read_only' || error.code === 'disk_full')
    if (!unwritable) throw error
    return openForReading(path, key)
  }
}

function sqliteVersion(db: Db): string {
  return db.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? 'unknown'
}
