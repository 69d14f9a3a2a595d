/** Which tables are rescued, and in which order: parents before what refers to them. */
import type { Db } from '../open-database.sqlite.ts'

export interface TablePlan {
  readonly name: string
  readonly columns: readonly string[]
  /** By what the table is kept in order: its own number, a number that nobody sees, or the columns of its key. */
  readonly order: 'numbered' | 'hidden' | 'keyed'
  readonly key: readonly string[]
  readonly references: readonly Reference[]
}

export interface Reference {
  readonly parent: string
  /** Column here, and column there. */
  readonly columns: ReadonlyArray<readonly [own: string, theirs: string]>
  readonly setsNull: boolean
}

/** Made again from the rest: by triggers, or while nobody records. */
const derived = new Set([
  'meeting_range',
  'insight_place',
  'meeting_indexed',
  'passage',
  'passage_bits',
  'passage_segment',
])

interface Listed {
  readonly name: string
  readonly wr: 0 | 1
}

interface Column {
  readonly name: string
  readonly type: string
  readonly pk: number
}

interface ForeignKey {
  readonly id: number
  readonly table: string
  readonly from: string
  readonly to: string | null
  readonly on_delete: string
}

/** Read from a store of the newest schema, so that a table that is added later is rescued too. */
export function planTables(db: Db): TablePlan[] {
  const listed = db
    .prepare<[], Listed>(
      `SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT LIKE 'sqlite_%'`,
    )
    .all()
  const waiting = listed.filter(({ name }) => !derived.has(name)).map((one) => planned(db, one))
  const ordered: TablePlan[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ name, references }) =>
      references.every(
        ({ parent }) => parent === name || !waiting.some((other) => other.name === parent),
      ),
    )
    ordered.push(...waiting.splice(Math.max(next, 0), 1))
  }
  return ordered
}

function planned(db: Db, { name, wr }: Listed): TablePlan {
  const columns = columnsOf(db, name)
  const keys = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  const numbered = wr === 0 && keys.length === 1 && keys[0]?.type === 'INTEGER'
  return {
    name,
    columns: columns.map((column) => column.name),
    order: wr === 1 ? 'keyed' : numbered ? 'numbered' : 'hidden',
    key: wr === 1 ? keys.map((column) => column.name) : ['rowid'],
    references: referencesOf(db, name),
  }
}

export function columnsOf(db: Db, table: string): Column[] {
  return db.prepare<[string], Column>('SELECT name, type, pk FROM pragma_table_info(?)').all(table)
}

function referencesOf(db: Db, table: string): Reference[] {
  const keys = db
    .prepare<[string], ForeignKey>(
      'SELECT id, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY id, seq',
    )
    .all(table)
  return [...Map.groupBy(keys, ({ id }) => id).values()].map((parts) => ({
    parent: parts[0]?.table ?? '',
    columns: parts.map(({ from, to }) => [from, to ?? from] as const),
    setsNull: parts[0]?.on_delete === 'SET NULL',
  }))
}
