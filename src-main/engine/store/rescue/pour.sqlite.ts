/** Copies what can be read of one store into another, row by row. */
import type { Db } from '../open-database.sqlite.ts'
import { errorCode } from '../storage-errors.ts'
import { isDamage } from './examine.sqlite.ts'
import { knownNumbers } from './known-keys.sqlite.ts'
import { columnsOf, type TablePlan } from './plan-tables.sqlite.ts'
import { type Hole, isIn, type Key, quoted, type Value, walkTable } from './walk-table.sqlite.ts'

export interface Poured {
  readonly table: TablePlan
  readonly kept: number
  /** Rows that no store of this schema can hold: their page says something else than it did. */
  readonly rejected: number
  readonly holes: readonly Hole[]
  /** The numbers that an index tells of; null where none does. */
  readonly known: readonly bigint[] | null
}

const everything: readonly Hole[] = [{ after: null, before: null }]
/** At most so many places behind a broken page are tried. */
const mostCandidates = 200_000n

/** All rows of a table that can be read. Whether what they refer to is there is looked at later. */
export function pour(source: Db, target: Db, table: TablePlan): Poured {
  const columns = sharedColumns(source, table)
  if (columns.length === 0) return { table, kept: 0, rejected: 0, holes: everything, known: null }
  const put = putting(target, table, columns)
  let kept = 0
  let rejected = 0
  const known = table.order === 'numbered' ? knownNumbers(source, table) : null
  const holes = walkTable(source, {
    table,
    columns,
    take(row) {
      if (put(row)) kept += 1
      else rejected += 1
    },
    candidates: (beyond) => candidatesFor({ source, target, table, known, beyond }),
  })
  return { table, kept, rejected, holes, known }
}

/** Rows of a backup that lie where the others could not be read; `fits` has the last word. Answers how many. */
export function fill(
  backup: Db,
  target: Db,
  { table, holes }: Pick<Poured, 'table' | 'holes'>,
  fits: (row: ReadonlyMap<string, Value>) => boolean,
): number {
  const columns = sharedColumns(backup, table)
  if (columns.length === 0) return 0
  const put = putting(target, table, columns)
  let filled = 0
  const select = [...table.key, ...columns].map(quoted).join(', ')
  const rows = backup
    .prepare<[], Value[]>(`SELECT ${select} FROM ${quoted(table.name)}`)
    .raw()
    .safeIntegers()
  for (const row of rows.iterate()) {
    const key: Key = row.slice(0, table.key.length)
    const values = row.slice(table.key.length)
    // Numbers that nobody sees are others in a backup: there every row is tried, and those that are there stay.
    if (table.order !== 'hidden' && !isIn(holes, key)) continue
    if (!fits(new Map(columns.map((column, index) => [column, values[index] ?? null])))) continue
    if (put(values)) filled += 1
  }
  return filled
}

function putting(target: Db, { name }: TablePlan, columns: readonly string[]) {
  const insert = target.prepare<Value[]>(
    `INSERT OR IGNORE INTO ${quoted(name)} (${columns.map(quoted).join(', ')})
      VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (row: readonly Value[]): boolean => {
    try {
      return insert.run(...row).changes > 0
    } catch (error) {
      if (errorCode(error)?.startsWith('SQLITE_CONSTRAINT')) return false
      throw error
    }
  }
}

/** An earlier version had fewer; none where the table cannot be found. */
function sharedColumns(source: Db, { name, columns }: TablePlan): string[] {
  try {
    const there = new Set(columnsOf(source, name).map((column) => column.name))
    return columns.filter((column) => there.has(column))
  } catch (error) {
    if (!isDamage(error)) throw error
    return []
  }
}

interface Behind {
  readonly source: Db
  readonly target: Db
  readonly table: TablePlan
  readonly known: readonly bigint[] | null
  readonly beyond: Value | null
}

function* candidatesFor({ source, target, table, known, beyond }: Behind): Iterable<Value> {
  if (table.order === 'keyed') {
    yield* parentKeys(target, table)
    return
  }
  const from = typeof beyond === 'bigint' ? beyond + 1n : 1n
  const top = known?.at(-1) ?? lastNumber(source, table) ?? from + 10_000n
  const step = (top - from) / mostCandidates + 1n
  for (let number = from; number <= top + 1n; number += step) yield number
}

/** What the first column of a key may be, by the table that it refers to. */
function parentKeys(target: Db, { key, references }: TablePlan): Value[] {
  for (const { parent, columns } of references) {
    const theirs = columns.find(([own]) => own === key[0])?.[1]
    if (theirs === undefined) continue
    return target
      .prepare<[], Value>(
        `SELECT DISTINCT ${quoted(theirs)} FROM ${quoted(parent)} ORDER BY ${quoted(theirs)}`,
      )
      .pluck()
      .safeIntegers()
      .all()
  }
  return []
}

function lastNumber(source: Db, { name }: TablePlan): bigint | null {
  try {
    const sql = `SELECT rowid FROM ${quoted(name)} NOT INDEXED ORDER BY rowid DESC LIMIT 1`
    return source.prepare<[], bigint>(sql).pluck().safeIntegers().get() ?? null
  } catch (error) {
    if (!isDamage(error)) throw error
    return null
  }
}
