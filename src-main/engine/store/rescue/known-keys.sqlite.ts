/** What the indexes of a table tell of its rows, also of those whose own page cannot be read. */
import type { Db } from '../open-database.sqlite.ts'
import { isDamage } from './examine.sqlite.ts'
import type { TablePlan } from './plan-tables.sqlite.ts'
import { quoted, type Value } from './walk-table.sqlite.ts'

interface Index {
  readonly name: string
  readonly partial: 0 | 1
}

/** The numbers of all rows of a numbered table, in order; null where no index can be read to its end. */
export function knownNumbers(db: Db, table: TablePlan): readonly bigint[] | null {
  for (const { name } of indexesOf(db, table.name)) {
    const numbers = attempt(() =>
      db
        .prepare<[], bigint>(`SELECT rowid FROM ${quoted(table.name)} INDEXED BY ${quoted(name)}`)
        .pluck()
        .safeIntegers()
        .all(),
    )
    if (numbers) return numbers.toSorted((a, b) => (a < b ? -1 : 1))
  }
  return null
}

/** What an index holds of each row, without the row. */
export function fromIndex(db: Db, sql: string): Value[][] {
  const rows: Value[][] = []
  attempt(() => {
    for (const row of db.prepare<[], Value[]>(sql).raw().safeIntegers().iterate()) rows.push(row)
  })
  return rows
}

function indexesOf(db: Db, table: string): Index[] {
  const indexes = attempt(() =>
    db.prepare<[string], Index>('SELECT name, partial FROM pragma_index_list(?)').all(table),
  )
  return (indexes ?? []).filter(({ partial }) => partial === 0)
}

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (!isDamage(error)) throw error
    return null
  }
}
