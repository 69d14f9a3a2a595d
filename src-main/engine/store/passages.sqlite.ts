import { type SearchFilters } from '#contract/ask.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Db } from './open-database.sqlite.ts'
import type { NearPassage, NewPassage, Passages } from './passages.ts'
import {
  type FilterRow,
  filterRow,
  type Narrowing,
  segmentPasses,
} from './search-filters.sqlite.ts'
import { type PlaceRow, placeColumns, toPlace } from './search.sqlite.ts'
import { loadVectors, toBits, toBytes } from './vectors.sqlite.ts'

export function sqlitePassages(db: Db, narrow: Narrowing): Passages {
  const problem = loadVectors(db)
  return {
    problem,
    ...indexing(db),
    nearest: problem === null ? nearest(db, narrow) : () => [],
  }
}

function indexing(db: Db): Omit<Passages, 'problem' | 'nearest'> {
  const withText = `FROM meeting JOIN meeting_range ON meeting_range.meeting_id = meeting.id
    LEFT JOIN meeting_indexed ON meeting_indexed.meeting_id = meeting.id AND meeting_indexed.model = ?
    WHERE meeting.state <> 'live' AND meeting.deleted_at IS NULL`
  const count = db.prepare<[string], number>(`SELECT count(*) ${withText}`).pluck()
  const missing = db
    .prepare<[string], MeetingId>(
      `SELECT meeting.id ${withText} AND meeting_indexed.model IS NULL ORDER BY started_at DESC`,
    )
    .pluck()
  const known = db
    .prepare<[MeetingId, string], string>(
      'SELECT fingerprint FROM passage WHERE meeting_id = ? AND model = ?',
    )
    .pluck()
  const drop = db.prepare<[MeetingId, string, string]>(
    'DELETE FROM passage WHERE meeting_id = ? AND (model <> ? OR fingerprint NOT IN (SELECT value FROM json_each(?)))',
  )
  const note = db.prepare<[string, MeetingId]>(`
    INSERT INTO meeting_indexed (model, meeting_id) SELECT ?, id FROM meeting WHERE id = ?
    ON CONFLICT DO UPDATE SET model = excluded.model`)
  const others = db.prepare<[string, number]>(
    'DELETE FROM passage WHERE number IN (SELECT number FROM passage WHERE model <> ? LIMIT ?)',
  )
  const finish = db.transaction<Passages['finish']>((meetingId, model, fingerprints) => {
    drop.run(meetingId, model, JSON.stringify(fingerprints))
    note.run(model, meetingId)
  })
  const add = adding(db)

  return {
    coverage: (model) => ({ meetings: count.get(model) ?? 0, missing: missing.all(model) }),
    known: (meetingId, model) => new Set(known.all(meetingId, model)),
    add: (meetingId, model, passages) => add.immediate(meetingId, model, passages),
    finish: (meetingId, model, fingerprints) => finish.immediate(meetingId, model, fingerprints),
    forgetOthers: (model, atMost) => others.run(model, atMost).changes === atMost,
  }
}

function adding(db: Db) {
  const numberOf = db
    .prepare<[MeetingId, SegmentId], number>(
      'SELECT number FROM segment WHERE meeting_id = ? AND id = ?',
    )
    .pluck()
  const passage = db
    .prepare<[MeetingId, string, string, Buffer], number>(`
    INSERT INTO passage (meeting_id, model, fingerprint, vector) VALUES (?, ?, ?, ?)
    ON CONFLICT DO NOTHING RETURNING number`)
    .pluck()
  const bits = db.prepare<[number, MeetingId, Buffer]>(
    'INSERT INTO passage_bits (passage, meeting_id, bits) VALUES (?, ?, ?)',
  )
  const link = db.prepare<[number, number]>(
    'INSERT INTO passage_segment (passage, segment) VALUES (?, ?)',
  )
  const one = (meetingId: MeetingId, model: string, of: NewPassage): void => {
    const segments = of.segmentIds.map((id) => numberOf.get(meetingId, id))
    // The text was changed while it was read: the next round reads it again.
    if (!segments.every((number) => number !== undefined)) return
    const number = passage.get(meetingId, model, of.fingerprint, toBytes(of.vector))
    if (number === undefined) return
    bits.run(number, meetingId, toBits(of.vector))
    for (const segment of segments) link.run(number, segment)
  }
  return db.transaction((meetingId: MeetingId, model: string, all: readonly NewPassage[]): void => {
    for (const of of all) one(meetingId, model, of)
  })
}

/** So many of the nearest by their signs are compared by their numbers. */
const shortlist = 400
/** And so many where filters on segments may take most of them away. */
const filteredShortlist = 2_000

type Row = PlaceRow & { readonly passage: number }

function nearest(db: Db, narrow: Narrowing): Passages['nearest'] {
  const mixed = db
    .prepare<[string, string], number>(
      'SELECT EXISTS (SELECT 1 FROM passage WHERE model < ?) OR EXISTS (SELECT 1 FROM passage WHERE model > ?)',
    )
    .pluck()
  const lengthOf = db.prepare<[], number>('SELECT length(vector) FROM passage LIMIT 1').pluck()
  const rough = (where: string) => `SELECT passage FROM passage_bits ${where}
    ORDER BY vec_distance_hamming(vec_bit(bits), vec_bit(@bits)) LIMIT @shortlist`
  const exact = (where: string) =>
    db.prepare<
      { bits: Buffer; vector: Buffer; shortlist: number; meetings: string },
      { passage: number; distance: number }
    >(`
      SELECT number AS passage, vec_distance_cosine(vec_int8(vector), vec_int8(@vector)) AS distance
      FROM passage WHERE number IN (${rough(where)}) AND @meetings IS NOT NULL ORDER BY distance`)
  const overAll = exact('')
  const overSome = exact('WHERE meeting_id IN (SELECT value FROM json_each(@meetings))')
  const placesOf = db.prepare<FilterRow & { passages: string }, Row>(`
    SELECT passage_segment.passage, ${placeColumns}
    FROM json_each(@passages) AS wanted
    CROSS JOIN passage_segment ON passage_segment.passage = wanted.value
    CROSS JOIN segment ON segment.number = passage_segment.segment
    CROSS JOIN meeting ON meeting.id = segment.meeting_id
    WHERE ${segmentPasses}
    ORDER BY segment.start_ms, segment.track, segment.number`)

  function ranked(vector: Float32Array, filters: FilterRow) {
    const meetings = narrow.meetings(filters)
    const onSegments = filters.track !== null || filters.speaker !== null || filters.kind !== null
    return (meetings ? overSome : overAll).all({
      bits: toBits(vector),
      vector: toBytes(vector),
      shortlist: onSegments ? filteredShortlist : shortlist,
      meetings: JSON.stringify(meetings ?? []),
    })
  }

  return (model, vector, { limit, filters }: { limit: number; filters: SearchFilters }) => {
    // While old ones are still being removed, two models would be compared.
    if (mixed.get(model, model) === 1 || lengthOf.get() !== vector.length) return []
    const row = filterRow(filters)
    const found: NearPassage[] = []
    const best = ranked(vector, row)
    for (let from = 0; from < best.length && found.length < limit; from += limit) {
      const some = best.slice(from, from + limit)
      const passages = JSON.stringify(some.map(({ passage }) => passage))
      const places = Map.groupBy(placesOf.all({ ...row, passages }), ({ passage }) => passage)
      for (const { passage, distance } of some) {
        const of = places.get(passage)?.map(toPlace) ?? []
        if (of.length > 0) found.push({ places: of, similarity: 1 - distance })
      }
    }
    return found.slice(0, limit)
  }
}
