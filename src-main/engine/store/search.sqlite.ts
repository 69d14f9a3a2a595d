import { anywhere, type SearchFilters } from '#contract/ask.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { SearchHit } from '#contract/meeting.ts'
import type { Db } from './open-database.sqlite.ts'
import { beginningsExpression, searchExpression } from './search-expression.ts'
import {
  type FilterRow,
  filterRow,
  type Narrowing,
  type Range,
  segmentPasses,
} from './search-filters.sqlite.ts'
import type { Place, Search } from './search.ts'
import { fromRow, type SegmentRow } from './segment-rows.ts'

export interface PlaceRow extends SegmentRow {
  readonly meeting_id: MeetingId
  readonly title: string
  readonly started_at: number
}

interface MarkedRow extends PlaceRow {
  readonly snippet: string
}

/** Words around a match. */
const snippetWords = 24

/** Of a joined `segment` and its `meeting`. */
export const placeColumns = `segment.number, segment.id, segment.track, segment.speaker, segment.start_ms,
  segment.end_ms, segment.text, segment.status, segment.meeting_id, meeting.title, meeting.started_at`

type Walk = FilterRow & Range & { readonly expression: string; readonly limit: number }

export function sqliteSearch(db: Db, { ranges }: Narrowing): Search {
  // Last stored first is the order in which the index can be walked backwards, so that a search for a
  // common word stops after `limit` rows. CROSS: the index is walked first, whatever statistics say.
  const from = `
    FROM segment_text
    CROSS JOIN segment ON segment.number = segment_text.rowid
    CROSS JOIN meeting ON meeting.id = segment.meeting_id
    WHERE segment_text MATCH @expression AND segment_text.rowid BETWEEN @first AND @last
      AND ${segmentPasses}
    ORDER BY segment_text.rowid DESC LIMIT @limit`
  const marked = db.prepare<Walk, MarkedRow>(`
    SELECT ${placeColumns},
      snippet(segment_text, 0, char(2), char(3), '…', ${snippetWords}) AS snippet ${from}`)
  const plain = db.prepare<Walk, PlaceRow>(`SELECT ${placeColumns} ${from}`)
  const newest = db.prepare<Omit<Walk, 'expression'>, PlaceRow>(`
    SELECT ${placeColumns} FROM segment CROSS JOIN meeting ON meeting.id = segment.meeting_id
    WHERE segment.number BETWEEN @first AND @last AND ${segmentPasses}
    ORDER BY segment.number DESC LIMIT @limit`)

  /** Range for range, the newest first, until there are enough. */
  function walk<Row>(
    filters: SearchFilters,
    limit: number,
    read: (where: FilterRow & Range & { readonly limit: number }) => Row[],
  ): Row[] {
    const row = filterRow(filters)
    const found: Row[] = []
    for (const range of ranges(row)) {
      if (found.length >= limit) break
      found.push(...read({ ...row, ...range, limit: limit - found.length }))
    }
    return found
  }

  // From name to name through the index: a thousand hours have few names, and each a thousand times.
  const speakers = db
    .prepare<[number], string>(`
    WITH RECURSIVE known (name) AS (
      SELECT min(speaker) FROM segment WHERE speaker IS NOT NULL
      UNION ALL
      SELECT (SELECT min(speaker) FROM segment WHERE speaker > known.name) FROM known
        WHERE known.name IS NOT NULL
    ) SELECT name FROM known WHERE name IS NOT NULL LIMIT ?`)
    .pluck()
  const size = db
    .prepare<[], number>('SELECT coalesce(max(number) - min(number) + 1, 0) FROM segment')
    .pluck()

  return {
    find(query, limit, filters = anywhere) {
      const expression = searchExpression(query)
      if (expression === null) return []
      return walk(filters, limit, (where) => marked.all({ ...where, expression })).map((row) =>
        toHit(row, row.snippet),
      )
    },
    matching(query, limit, filters) {
      const expression = searchExpression(query)
      if (expression === null) return []
      return walk(filters, limit, (where) => marked.all({ ...where, expression })).map((row) => ({
        number: row.number,
        hit: toHit(row, row.snippet),
      }))
    },
    holding(beginnings, limit, filters) {
      const expression = beginningsExpression(beginnings)
      if (expression === null) return { places: [], matches: 0 }
      const rows = walk(filters, limit, (where) => plain.all({ ...where, expression }))
      return { places: rows.map(toPlace), matches: estimated(rows, limit, size.get() ?? 0) }
    },
    newest: (limit, filters) => walk(filters, limit, (where) => newest.all(where)).map(toPlace),
    ...besides(db),
    speakers: (atMost) => speakers.all(atMost),
    size: () => size.get() ?? 0,
  }
}

function besides(db: Db): Pick<Search, 'beside'> {
  const neighbour = (way: '<' | '>', order: 'ASC' | 'DESC') =>
    db.prepare<[number], PlaceRow>(`
      SELECT ${placeColumns} FROM segment AS here
      JOIN segment ON segment.meeting_id = here.meeting_id
        AND (segment.start_ms, segment.track, segment.number)
          ${way} (here.start_ms, here.track, here.number)
      JOIN meeting ON meeting.id = segment.meeting_id
      WHERE here.number = ?
      ORDER BY segment.start_ms ${order}, segment.track ${order}, segment.number ${order} LIMIT 1`)
  const before = neighbour('<', 'DESC')
  const after = neighbour('>', 'ASC')
  const placed = (row: PlaceRow | undefined): Place | null => (row ? toPlace(row) : null)
  return {
    beside: (number) => ({
      before: placed(before.get(number)),
      after: placed(after.get(number)),
    }),
  }
}

function estimated(rows: readonly SegmentRow[], limit: number, size: number): number {
  const newest = rows[0]
  const oldest = rows.at(-1)
  if (rows.length < limit || !newest || !oldest) return rows.length
  return Math.max(rows.length, Math.round((size * limit) / (newest.number - oldest.number + 1)))
}

export function toPlace(row: PlaceRow): Place {
  return { number: row.number, hit: toHit(row, row.text) }
}

function toHit(row: PlaceRow, snippet: string): SearchHit {
  return {
    meetingId: row.meeting_id,
    meetingTitle: row.title,
    startedAt: new Date(row.started_at).toISOString(),
    segment: fromRow(row),
    snippet,
  }
}
