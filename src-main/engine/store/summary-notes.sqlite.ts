import type { MeetingId } from '#contract/ids.ts'
import type { Db } from './open-database.sqlite.ts'
import type { SummaryNotes } from './summary-notes.ts'

export function sqliteSummaryNotes(db: Db): SummaryNotes {
  const one = db
    .prepare<[MeetingId, string], string>(
      'SELECT note FROM summary_note WHERE meeting_id = ? AND fingerprint = ?',
    )
    .pluck()
  const put = db.prepare<[MeetingId, string, string]>(`
    INSERT INTO summary_note (meeting_id, fingerprint, note) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET note = excluded.note`)
  const forget = db.prepare<[MeetingId, string]>(`
    DELETE FROM summary_note WHERE meeting_id = ?
      AND fingerprint NOT IN (SELECT value FROM json_each(?))`)
  return {
    read(meetingId, fingerprint) {
      const json = one.get(meetingId, fingerprint)
      return json === undefined ? null : JSON.parse(json)
    },
    write: (meetingId, fingerprint, note) =>
      void put.run(meetingId, fingerprint, JSON.stringify(note)),
    keepOnly: (meetingId, fingerprints) => void forget.run(meetingId, JSON.stringify(fingerprints)),
  }
}
