/** Filters of a search as SQL, and where in the text index their segments can be. */
import type { SearchFilters } from '#contract/ask.ts'
import type { Db } from './open-database.sqlite.ts'

export interface FilterRow {
  readonly meeting: string | null
  readonly track: string | null
  readonly speaker: string | null
  /** Milliseconds since 1970, the end excluded. */
  readonly from: number | null
  readonly to: number | null
  readonly kind: string | null
}

export function filterRow(filters: SearchFilters): FilterRow {
  return {
    meeting: filters.meetingId,
    track: filters.track,
    speaker: filters.speaker,
    from: filters.from === null ? null : startOfDay(filters.from, 0),
    to: filters.to === null ? null : startOfDay(filters.to, 1),
    kind: filters.kind,
  }
}

/** Days are those of who sits here, not of Greenwich. */
function startOfDay(date: string, daysLater: number): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  // A year below 100 would be taken for one of the last century.
  return new Date(2000, 0, 1).setFullYear(year, month - 1, day + daysLater)
}

/** Of a joined `meeting`. */
export const meetingPasses = `meeting.deleted_at IS NULL
  AND (@meeting IS NULL OR meeting.id = @meeting)
  AND (@from IS NULL OR meeting.started_at >= @from)
  AND (@to IS NULL OR meeting.started_at < @to)`

/** Of a joined `segment` and its `meeting`. */
export const segmentPasses = `${meetingPasses}
  AND (@track IS NULL OR segment.track = @track)
  AND (@speaker IS NULL OR segment.speaker = @speaker)
  AND (@kind IS NULL OR EXISTS (SELECT 1 FROM insight_place
    WHERE insight_place.kind = @kind AND insight_place.segment_id = segment.id))`

/** Meetings that have something which passes, of a joined `meeting`. */
const meetingHasSome = `${meetingPasses}
  AND (@speaker IS NULL OR EXISTS (SELECT 1 FROM segment
    WHERE segment.speaker = @speaker AND segment.meeting_id = meeting.id))
  AND (@kind IS NULL OR EXISTS (SELECT 1 FROM insight
    WHERE insight.meeting_id = meeting.id AND insight.kind = @kind))`

/** Numbers of segments, both ends included. */
export interface Range {
  readonly first: number
  readonly last: number
}

interface RangeRow {
  readonly id: string
  readonly first: number
  readonly last: number
  readonly passes: 0 | 1
}

const everything: readonly Range[] = [{ first: 0, last: Number.MAX_SAFE_INTEGER }]

export interface Narrowing {
  /** Where segments that pass can be, the newest first; they do not overlap. */
  ranges(filters: FilterRow): readonly Range[]
  /** Meetings that may have some; null: any. None of them lies in the trash. */
  meetings(filters: FilterRow): readonly string[] | null
}

export function narrowing(db: Db): Narrowing {
  const rows = db.prepare<FilterRow, RangeRow>(`
    SELECT meeting.id, first_number AS first, last_number AS last, ${meetingHasSome} AS passes
    FROM meeting_range JOIN meeting ON meeting.id = meeting_range.meeting_id
    ORDER BY first_number`)
  const one = db.prepare<FilterRow, RangeRow>(`
    SELECT meeting.id, first_number AS first, last_number AS last, ${meetingHasSome} AS passes
    FROM meeting_range JOIN meeting ON meeting.id = meeting_range.meeting_id
    WHERE meeting_id = @meeting`)
  const anyDeleted = db
    .prepare<[], 0 | 1>('SELECT EXISTS (SELECT 1 FROM meeting WHERE deleted_at IS NOT NULL)')
    .pluck()
  const all = (filters: FilterRow): RangeRow[] =>
    filters.meeting === null ? rows.all(filters) : one.all(filters)
  return {
    ranges: (filters) => (anyMeeting(filters) ? everything : joined(all(filters))),
    meetings: (filters) =>
      anyMeeting(filters) && anyDeleted.get() === 0
        ? null
        : all(filters)
            .filter(({ passes }) => passes === 1)
            .map(({ id }) => id),
  }
}

function anyMeeting({ meeting, from, to, speaker, kind }: FilterRow): boolean {
  return meeting === null && from === null && to === null && speaker === null && kind === null
}

/** Neighbours that pass become one range, so that a long time is walked in one go. */
export function joined(rows: ReadonlyArray<Omit<RangeRow, 'id'>>): Range[] {
  const ranges: Range[] = []
  let open = false
  for (const { first, last, passes } of rows) {
    const before = ranges.at(-1)
    if (passes === 1 && before && (open || first <= before.last + 1)) {
      ranges[ranges.length - 1] = { first: before.first, last: Math.max(before.last, last) }
    } else if (passes === 1) ranges.push({ first, last })
    open = passes === 1
  }
  return ranges.reverse()
}
