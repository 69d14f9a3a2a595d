/** Makes every row refer to something that is there: a missing meeting is made for its text, the rest goes. */
import type { Db } from '../open-database.sqlite.ts'
import type { Reference, TablePlan } from './plan-tables.sqlite.ts'
import { quoted } from './walk-table.sqlite.ts'

/** The title of a meeting whose own was lost; it is told when it began by its recording. */
export const lostTitle = 'Recovered meeting'

/** Answers how many rows had to go, for each table. */
export function settleReferences(target: Db, tables: readonly TablePlan[]): Map<string, number> {
  const missing = (ids: string): void => {
    target.exec(`INSERT OR IGNORE INTO meeting (id, title, started_at, language, model, state)
      SELECT DISTINCT meeting_id, '${lostTitle}', 0, 'auto', 'auto', 'done' FROM ${ids}`)
  }
  target.exec(`INSERT OR IGNORE INTO track (meeting_id, name, position, samples)
    SELECT meeting_id, track, CASE track WHEN 'them' THEN 1 ELSE 0 END, max(end_ms) * 16
    FROM segment GROUP BY meeting_id, track`)
  missing('track')
  missing('meeting_note')
  const gone = new Map<string, number>()
  for (let changes = 1; changes > 0;) {
    changes = 0
    for (const { name, references } of tables)
      for (const reference of references) {
        const count = target.prepare(settling(name, reference)).run().changes
        changes += count
        if (!reference.setsNull) gone.set(name, (gone.get(name) ?? 0) + count)
      }
  }
  return gone
}

function settling(name: string, { parent, columns, setsNull }: Reference): string {
  const same = columns.map(
    ([own, theirs]) => `p.${quoted(theirs)} = ${quoted(name)}.${quoted(own)}`,
  )
  const set = columns.map(([own]) => `${quoted(own)} IS NOT NULL`)
  const where = `WHERE ${set.join(' AND ')}
    AND NOT EXISTS (SELECT 1 FROM ${quoted(parent)} AS p WHERE ${same.join(' AND ')})`
  if (!setsNull) return `DELETE FROM ${quoted(name)} ${where}`
  return `UPDATE ${quoted(name)} SET ${columns.map(([own]) => `${quoted(own)} = NULL`).join(', ')} ${where}`
}
