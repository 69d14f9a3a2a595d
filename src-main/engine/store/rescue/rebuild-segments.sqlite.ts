/** A segment whose page is broken is put together again from its words and from what the indexes hold of it. */
import type { Db } from '../open-database.sqlite.ts'
import { fromIndex } from './known-keys.sqlite.ts'
import type { Value } from './walk-table.sqlite.ts'

/** Words must be there already. Answers how many segments are there again. */
export function rebuildSegments(source: Db, target: Db): number {
  const ids = byNumber(
    fromIndex(source, 'SELECT rowid, id FROM segment INDEXED BY sqlite_autoindex_segment_1'),
  )
  const speakers = byNumber(
    fromIndex(
      source,
      'SELECT rowid, speaker FROM segment INDEXED BY segment_by_speaker WHERE speaker IS NOT NULL',
    ),
  )
  const isThere = target.prepare<[Value], 1>('SELECT 1 FROM segment WHERE number = ?').pluck()
  const said = target.prepare<[Value], { readonly text: string | null; readonly end_ms: bigint }>(`
    SELECT group_concat(text, ' ' ORDER BY position) AS text, max(end_ms) AS end_ms
    FROM word WHERE segment = ?`)
  const insert = target.prepare<Value[]>(`
    INSERT OR IGNORE INTO segment (number, id, meeting_id, track, speaker, start_ms, end_ms, text, status)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'committed')`)
  let rebuilt = 0
  for (const [number = null, meeting = null, startMs = null, track = null] of fromIndex(
    source,
    'SELECT rowid, meeting_id, start_ms, track FROM segment INDEXED BY segment_by_time',
  )) {
    const id = ids.get(number)
    if (id === undefined || isThere.get(number) === 1) continue
    const { text = null, end_ms: endMs = null } = said.get(number) ?? {}
    if (text === null) continue
    const row = [number, id, meeting, track, speakers.get(number) ?? null, startMs, endMs, text]
    rebuilt += insert.run(...row).changes
  }
  return rebuilt
}

function byNumber(rows: ReadonlyArray<readonly Value[]>): Map<Value, Value> {
  return new Map(rows.map(([number = null, value = null]) => [number, value]))
}
