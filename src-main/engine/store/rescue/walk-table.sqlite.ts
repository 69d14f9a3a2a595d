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

/** Gives every row that can be read once, in the order of the table, and tells where some are missing. */
export function walkTable(db: Db, { table, columns, take, candidates }: Walk): Hole[] {
  const { key } = table
  const order = key.map(quoted).join(', ')
  const whole = table.order === 'keyed' ? '' : 'NOT INDEXED'
  const select = `SELECT ${[...key, ...columns].map(quoted).join(', ')} FROM ${quoted(table.name)} ${whole}`
  const holes: Hole[] = []
  let last: Key | null = null
  let openHole: { readonly after: Key | null } | null = null

  /** True: it came to the end of the table. */
  function walkUp(from: Value | null): boolean {
    try {
      const where = from === null ? '' : `WHERE ${quoted(key[0] ?? '')} >= ?`
      const rows = db
        .prepare<Value[], Value[]>(`${select} ${where} ORDER BY ${order}`)
        .raw()
        .safeIntegers()
        .iterate(...(from === null ? [] : [from]))
      for (const row of rows) {
        const here = row.slice(0, key.length)
        // A page that is in the wrong place: what follows is no row of this one.
        if (last !== null && compareKeys(here, last) <= 0) return false
        if (openHole) holes.push({ ...openHole, before: here })
        openHole = null
        last = here
        take(row.slice(key.length))
      }
      return true
    } catch (error) {
      if (!isDamage(error)) throw error
      return false
    }
  }

  if (walkUp(null)) return []
  openHole = { after: last }
  for (const candidate of candidates(first(last))) {
    if (last !== null && compareValues(candidate, first(last)) <= 0) continue
    if (walkUp(candidate)) {
      if (openHole) holes.push({ ...openHole, before: [candidate] })
      return holes
    }
    openHole ??= { after: last }
  }
  return [...holes, { ...(openHole ?? { after: last }), before: null }]
}

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
