import { createHash } from 'node:crypto'
import type { InsightId, MeetingId } from '#contract/ids.ts'
import type { InsightKind } from '#contract/insight.ts'
import { type KnownInsight, shown } from '../evidence/known-insight.ts'
import { orderInsights } from '../evidence/order-insights.ts'
import type { Insights, KeptUnderstanding } from './insights.ts'
import type { Db } from './open-database.sqlite.ts'

interface Row {
  readonly id: InsightId
  readonly meeting_id: MeetingId
  readonly kind: InsightKind
  readonly found: string
  readonly written: string
  readonly dismissed: 0 | 1
  readonly tracks: string
}

interface UnderstandingRow {
  readonly meeting_id: MeetingId
  readonly model: string | null
  readonly without: string | null
  readonly dropped: number
  readonly read_ms: number
  readonly text_digest: string
}

export function sqliteInsights(db: Db): Insights {
  const columns = 'id, meeting_id, kind, found, written, dismissed, tracks'
  const ofMeeting = db.prepare<[MeetingId], Row>(
    `SELECT ${columns} FROM insight WHERE meeting_id = ? ORDER BY number`,
  )
  const ofKind = db.prepare<[InsightKind], Row>(
    `SELECT ${columns} FROM insight WHERE kind = ? AND dismissed = 0
      AND meeting_id IN (SELECT id FROM meeting WHERE deleted_at IS NULL) ORDER BY number`,
  )
  const put = db.prepare<Row>(`
    INSERT INTO insight (${columns})
    VALUES (@id, @meeting_id, @kind, @found, @written, @dismissed, @tracks)
    ON CONFLICT (id) DO UPDATE SET found = excluded.found, written = excluded.written,
      dismissed = excluded.dismissed, tracks = excluded.tracks`)
  const update = db.prepare<Omit<Row, 'meeting_id' | 'kind'>>(`
    UPDATE insight SET found = @found, written = @written, dismissed = @dismissed, tracks = @tracks
    WHERE id = @id`)
  const remove = db.prepare<[InsightId]>('DELETE FROM insight WHERE id = ?')
  const putUnderstanding = db.prepare<UnderstandingRow>(`
    INSERT INTO understanding (meeting_id, model, without, dropped, read_ms, text_digest)
    VALUES (@meeting_id, @model, @without, @dropped, @read_ms, @text_digest)
    ON CONFLICT DO UPDATE SET model = excluded.model, without = excluded.without,
      dropped = excluded.dropped, read_ms = excluded.read_ms, text_digest = excluded.text_digest`)
  const understanding = db.prepare<[MeetingId], UnderstandingRow>(
    'SELECT * FROM understanding WHERE meeting_id = ?',
  )
  const text = db
    .prepare<[MeetingId], [string, string | null, number, number, string]>(`
    SELECT id, speaker, start_ms, end_ms, text FROM segment WHERE meeting_id = ?
    ORDER BY start_ms, track, number`)
    .raw()

  const keep = db.transaction<Insights['keep']>((meetingId, { removed, kept }, understood) => {
    for (const id of removed) remove.run(id)
    for (const known of kept) put.run(toRow(meetingId, known))
    putUnderstanding.run(toUnderstandingRow(meetingId, understood))
  })

  return {
    ofMeeting: (meetingId) =>
      orderInsights(
        ofMeeting
          .all(meetingId)
          .filter(({ dismissed }) => dismissed === 0)
          .map((row) => shown(fromRow(row))),
      ),
    known: (meetingId) => ofMeeting.all(meetingId).map(fromRow),
    ofKind: (kind) =>
      ofKind.all(kind).map((row) => ({ meetingId: row.meeting_id, insight: shown(fromRow(row)) })),
    keep: (...all) => keep.immediate(...all),
    write(known) {
      const { meeting_id: _, kind: __, ...row } = toRow('' as MeetingId, known)
      update.run(row)
    },
    understanding(meetingId) {
      const row = understanding.get(meetingId)
      return row ? fromUnderstandingRow(row) : null
    },
    textDigest(meetingId) {
      const digest = createHash('sha1')
      for (const row of text.iterate(meetingId)) digest.update(JSON.stringify(row))
      return digest.digest('hex')
    },
  }
}

function toRow(meetingId: MeetingId, { found, written, dismissed, tracks }: KnownInsight): Row {
  return {
    id: found.id,
    meeting_id: meetingId,
    kind: found.kind,
    found: JSON.stringify(found),
    written: JSON.stringify(written),
    dismissed: dismissed ? 1 : 0,
    tracks: JSON.stringify(tracks),
  }
}

function fromRow({ found, written, dismissed, tracks }: Row): KnownInsight {
  return {
    found: JSON.parse(found),
    written: JSON.parse(written),
    dismissed: dismissed === 1,
    tracks: JSON.parse(tracks),
  }
}

function toUnderstandingRow(
  meetingId: MeetingId,
  { model, without, dropped, readMs, textDigest }: KeptUnderstanding,
): UnderstandingRow {
  return {
    meeting_id: meetingId,
    model,
    without,
    dropped,
    read_ms: readMs,
    text_digest: textDigest,
  }
}

function fromUnderstandingRow(row: UnderstandingRow): KeptUnderstanding {
  const { model, without, dropped, read_ms: readMs, text_digest: textDigest } = row
  return { model, without, dropped, readMs, textDigest }
}
