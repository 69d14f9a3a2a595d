/** Makes a whole store of what can be read of damaged ones, and of a backup where they cannot be read. */
import type { Repair } from '#contract/backup.ts'
import { type Db, openForWriting } from '../open-database.sqlite.ts'
import { planTables } from './plan-tables.sqlite.ts'
import { fill, pour, type Poured } from './pour.sqlite.ts'
import { rebuildSegments } from './rebuild-segments.sqlite.ts'
import { settleReferences } from './settle-references.sqlite.ts'
import type { Value } from './walk-table.sqlite.ts'

export interface Sources {
  /** The damaged store as far as SQLite opens it; null: not at all. */
  readonly damaged: Db | null
  readonly backup: Db | null
}

export type Recovered = Pick<Repair, 'counts' | 'uncounted'>

/** Writes the new store to `path`, where none may be, with this key. What it answers is whole, or it fails. */
export function recover(
  { damaged, backup }: Sources,
  path: string,
  key: Uint8Array | null,
): Recovered {
  const target = openForWriting(path, key)
  try {
    // Nobody else sees it before it is whole, and what refers to what is put right at the end.
    target.pragma('foreign_keys = OFF')
    target.pragma('synchronous = OFF')
    target.pragma('journal_mode = OFF')
    target.pragma('cache_size = -100000')
    const recovered = target.transaction(() => fillStore({ damaged, backup }, target))()
    requireWhole(target)
    return recovered
  } finally {
    target.close()
  }
}

function fillStore({ damaged, backup }: Sources, target: Db): Recovered {
  const tables = planTables(target)
  const unread = [{ after: null, before: null }]
  const poured: Poured[] = tables.map((table) =>
    damaged
      ? pour(damaged, target, table)
      : { table, kept: 0, rejected: 0, holes: unread, known: null },
  )
  const holesIn = (name: string): boolean =>
    poured.some(({ table, holes }) => table.name === name && holes.length > 0)
  const rebuilt = damaged && holesIn('segment') ? rebuildSegments(damaged, target) : 0
  const filled = new Map<string, number>()
  if (backup) {
    const fits = fitting(backup, target)
    for (const one of poured)
      if (one.holes.length > 0)
        filled.set(one.table.name, fill(backup, target, one, fits(one.table.name)))
  }
  const gone = settleReferences(target, tables)
  const counts = poured.map(({ table: { name }, kept, rejected, known }) => {
    const missing = known ? known.filter((number) => !isThere(target, name, number)).length : 0
    return {
      table: name,
      kept,
      rebuilt: name === 'segment' ? rebuilt : 0,
      fromBackup: filled.get(name) ?? 0,
      lost: Math.max(missing, rejected + (gone.get(name) ?? 0)),
    }
  })
  const uncounted = poured.some(({ holes, known }) => holes.length > 0 && known === null)
  return { counts: counts.filter((row) => countOf(row) > 0), uncounted }
}

type Counts = Recovered['counts'][number]

const countOf = ({ kept, rebuilt, fromBackup, lost }: Counts): number =>
  kept + rebuilt + fromBackup + lost

function isThere(target: Db, name: string, number: bigint): boolean {
  const sql = `SELECT 1 FROM "${name}" WHERE rowid = ?`
  return target.prepare<[bigint], 1>(sql).pluck().get(number) === 1
}

/**
 * Which rows of a backup may come back. A sentence that was put in better words since must not stand there twice, and
 * words belong to the text that they were.
 */
function fitting(backup: Db, target: Db) {
  const spoken = target
    .prepare<Value[], 1>(
      `SELECT 1 FROM segment WHERE meeting_id = ? AND track = ? AND start_ms < ? AND end_ms > ? LIMIT 1`,
    )
    .pluck()
  const text = (db: Db) =>
    db.prepare<[Value], string>('SELECT text FROM segment WHERE number = ?').pluck()
  const [then, now] = [text(backup), text(target)]
  return (table: string) =>
    (row: ReadonlyMap<string, Value>): boolean => {
      const value = (column: string): Value => row.get(column) ?? null
      if (table === 'segment') {
        const [start, end] = [value('start_ms'), value('end_ms')]
        return spoken.get(value('meeting_id'), value('track'), end, start) !== 1
      }
      if (table === 'word') return then.get(value('segment')) === now.get(value('segment'))
      return true
    }
}

function requireWhole(target: Db): void {
  const found = target.pragma('integrity_check(1)', { simple: true })
  const strays = target.pragma('foreign_key_check') as unknown[]
  if (found !== 'ok' || strays.length > 0) throw new Error('The recovered store is not whole')
}
