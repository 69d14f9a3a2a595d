/** What the loss of single pages of a database must cost, by what SQLite says that lies on them. */
import { openForCopying } from '#engine/store/open-database.sqlite.ts'

export const pageBytes = 4096

interface Page {
  readonly pageno: number
  readonly name: string
  readonly pagetype: string
  readonly ncell: number
}

export interface PageCosts {
  readonly pages: number
  /** The most rows of each table that are lost with these pages. */
  costs(pages: ReadonlySet<number>): Map<string, number>
}

export function pageCosts(database: string, key: Uint8Array | null): PageCosts {
  const db = openForCopying(database, key)
  try {
    const known = new Map(
      db
        .prepare<[], Page>('SELECT pageno, name, pagetype, ncell FROM dbstat')
        .all()
        .map((page) => [page.pageno, page]),
    )
    const tables = db
      .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .pluck()
      .all()
    const pages = Number(db.pragma('page_count', { simple: true }))
    return { pages, costs: (lost) => costsOf(known, tables, lost) }
  } finally {
    db.close()
  }
}

function costsOf(
  known: ReadonlyMap<number, Page>,
  tables: readonly string[],
  lost: ReadonlySet<number>,
): Map<string, number> {
  const costs = new Map<string, number>()
  for (const number of lost) {
    const page = known.get(number)
    if (!page) continue
    if (page.name === 'sqlite_schema') {
      // The first page is kept beside the backups; without another one nothing is found any more.
      if (number !== 1) for (const table of tables) costs.set(table, Infinity)
    } else if (page.pagetype === 'internal') costs.set(page.name, Infinity)
    else costs.set(page.name, (costs.get(page.name) ?? 0) + page.ncell)
  }
  // An edit is what becomes of a revision, and refers to it: where the one is gone, the other says nothing.
  const edits = (costs.get('edit') ?? 0) + (costs.get('revision') ?? 0)
  if (edits > 0) costs.set('edit', edits)
  return costs
}
