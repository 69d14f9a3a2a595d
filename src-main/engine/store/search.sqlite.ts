import type { MeetingId } from '#contract/ids.ts'
import type { SearchHit } from '#contract/meeting.ts'
import type { Db } from './open-database.sqlite.ts'
import { searchExpression } from './search-expression.ts'
import type { Search } from './search.ts'
import { fromRow, type SegmentRow } from './segment-rows.ts'

interface Row extends SegmentRow {
  readonly meeting_id: MeetingId
  readonly title: string
  readonly started_at: number
  readonly snippet: string
}

/** Words around a match. */
const snippetWords = 24

export function sqliteSearch(db: Db): Search {
  // Last stored first is the order in which the index can be walked backwards, so that a search for a
  // common word stops after `limit` rows. Ranking would have to weigh every match first.
  const matching = db.prepare<[string, number], Row>(`
    SELECT segment.number, segment.id, segment.track, segment.speaker, segment.start_ms,
      segment.end_ms, segment.text, segment.status, segment.meeting_id,
      meeting.title, meeting.started_at, hit.snippet
    FROM (
      SELECT rowid AS number,
        snippet(segment_text, 0, char(2), char(3), '…', ${snippetWords}) AS snippet
      FROM segment_text WHERE segment_text MATCH ? ORDER BY rowid DESC LIMIT ?
    ) AS hit
    JOIN segment ON segment.number = hit.number
    JOIN meeting ON meeting.id = segment.meeting_id
    ORDER BY hit.number DESC`)

  return {
    find(query, limit) {
      const expression = searchExpression(query)
      return expression === null ? [] : matching.all(expression, limit).map(toHit)
    },
  }
}

function toHit(row: Row): SearchHit {
  return {
    meetingId: row.meeting_id,
    meetingTitle: row.title,
    startedAt: new Date(row.started_at).toISOString(),
    segment: fromRow(row),
    snippet: row.snippet,
  }
}
