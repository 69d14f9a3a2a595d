/** Reads a table that may have broken pages: up to each of them, and on behind it. */
import type { Db } from '../open-database.sqlite.ts'
import { isDamage } from './examine.sqlite.ts'
import type { TablePlan } from './plan-tables.sqlite.ts'

export type Value = bigint | number | string | Buffer | null
export type Key = readonly Value[]
export type RowValues = readonly Value[]

/** What could not be read lies between these two; null: it has no end there. */
export interface Hole {
  readonly after: Key | null
  readonly before: Key | null
}

interface Walk {
  readonly table: TablePlan
  /** Those of the table's columns that are there. */
  readonly columns: readonly string[]
  readonly take: (row: RowValues) => void
  /** In order: what the first column of a key may be behind a broken page. */
  readonly candidates: (beyond: Value | null) => Iterable<Value>
}

/** Gives every row that can be read once, and tells where some are missing. */
export function walkTable(db: Db, walk: Walk): Hole[] {
  return walkUp(db, walk).map((hole) => walkDown(db, walk, hole))
}

/** In the order of the table, each time from a place behind the broken page before. */
function walkUp(db: Db, walk: Walk): Hole[] {
  const { table, take, candidates } = walk
  const holes: Hole[] = []
  let last: Key | null = null
  let openHole: { readonly after: Key | null } | null = null

  /** True: it came to the end of the table. */
  function from(candidate: Value | null): boolean {
    const where = candidate === null ? '' : `WHERE ${quoted(table.key[0] ?? '')} >= ?`
    return eachRow(
      () =>
        rowsOf(
          db,
          walk,
          `${where} ORDER BY ${ordered(table)}`,
          candidate === null ? [] : [candidate],
        ),
      (key, row) => {
        // A page that is in the wrong place: what follows is no row of this one.
        if (last !== null && compareKeys(key, last) <= 0) return false
        if (openHole) holes.push({ ...openHole, before: key })
        openHole = null
        last = key
        take(row)
        return true
      },
    )
  }

  if (from(null)) return []
  openHole = { after: last }
  for (const candidate of candidates(first(last))) {
    if (last !== null && compareValues(candidate, first(last)) <= 0) continue
    if (from(candidate)) {
      if (openHole) holes.push({ ...openHole, before: [candidate] })
      return holes
    }
    openHole ??= { after: last }
  }
  return [...holes, { ...(openHole ?? { after: last }), before: null }]
}

/** From the far side of a hole back to the broken page: a key that begins there may go on behind it. */
function walkDown(db: Db, walk: Walk, { after, before }: Hole): Hole {
  const { table, take } = walk
  const ends = before?.slice(0, table.key.length) ?? []
  const named = table.key.slice(0, ends.length).map(quoted).join(', ')
  const where = before === null ? '' : `WHERE (${named}) < (${ends.map(() => '?').join(', ')})`
  let reached = before
  eachRow(
    () => rowsOf(db, walk, `${where} ORDER BY ${ordered(table, 'DESC')}`, ends),
    (key, row) => {
      if (after !== null && compareKeys(key, after) <= 0) return false
      if (reached !== null && compareKeys(key, reached) >= 0) return false
      reached = key
      take(row)
      return true
    },
  )
  return { after, before: reached }
}

function rowsOf(db: Db, { table, columns }: Walk, rest: string, values: readonly Value[]) {
  const whole = table.order === 'keyed' ? '' : 'NOT INDEXED'
  const select = [...table.key, ...columns].map(quoted).join(', ')
  const sql = `SELECT ${select} FROM ${quoted(table.name)} ${whole} ${rest}`
  const rows = db.prepare<Value[], Value[]>(sql).raw().safeIntegers()
  return Iterator.from(rows.iterate(...values)).map((row) => ({
    key: row.slice(0, table.key.length),
    row: row.slice(table.key.length),
  }))
}

/** True: there were no more. False: a page could not be read, or `take` wants none of what follows. */
function eachRow(
  rows: () => Iterable<{ readonly key: Key; readonly row: RowValues }>,
  take: (key: Key, row: RowValues) => boolean,
): boolean {
  try {
    for (const { key, row } of rows()) if (!take(key, row)) return false
    return true
  } catch (error) {
    if (!isDamage(error)) throw error
    return false
  }
}

const ordered = ({ key }: TablePlan, way = 'ASC'): string =>
  key.map((column) => `${quoted(column)} ${way}`).join(', ')

export const quoted = (name: string): string => (name === 'rowid' ? name : `"${name}"`)
const first = (key: Key | null): Value | null => key?.[0] ?? null

export function isIn(holes: readonly Hole[], key: Key): boolean {
  return holes.some(
    ({ after, before }) =>
      (after === null || compareKeys(key, after) > 0) &&
      (before === null || compareKeys(key, before) < 0),
  )
}

function compareKeys(a: Key, b: Key): number {
  for (const [index, value] of a.entries()) {
    const other = b[index]
    if (other === undefined) return 1
    const order = compareValues(value, other)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** As SQLite does: nothing, numbers, texts by their bytes, bytes. */
function compareValues(a: Value, b: Value): number {
  const kinds = kindOf(a) - kindOf(b)
  if (kinds !== 0 || a === null || b === null) return kinds
  if (isNumber(a) && isNumber(b)) return a < b ? -1 : a > b ? 1 : 0
  return Buffer.compare(bytesOf(a), bytesOf(b))
}

function isNumber(value: Value): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number'
}

function kindOf(value: Value): number {
  if (value === null) return 0
  if (typeof value === 'string') return 2
  return Buffer.isBuffer(value) ? 3 : 1
}

function bytesOf(value: Value): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(String(value))
}
